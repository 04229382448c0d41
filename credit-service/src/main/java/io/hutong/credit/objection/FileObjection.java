package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.objection.Objection.Filing;
import io.hutong.credit.objection.Objection.Last;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.events.FilingChannel;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the objection of a business against an entry, within 30 days of the listing (art. 19); one that Credit China pushes as long
 * as the entry stands (NDRC Order 36 art. 18).
 */
@ApplicationScoped
public class FileObjection {
    /** What the business says against the entry, through whom, and whose case it is where a platform pushed it. */
    public record Command(
            BizId bizId,
            AbnormalEntryId entryId,
            FilingChannel channel,
            String statement,
            String by,
            @Nullable PlatformCase pushed) {
        @Override
        public String toString() {
            return "Command[" + entryId + "]";
        }
    }

    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final Objections objections;
    private final ObjectionRules rules;
    private final StateObjection state;
    private final Outbox outbox;
    private final CreditTime time;

    FileObjection(
            Businesses businesses,
            AbnormalEntries entries,
            Objections objections,
            ObjectionRules rules,
            StateObjection state,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.objections = objections;
        this.rules = rules;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Objection handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        Texts.refuseUnfit(command.statement(), "/statement");
        AbnormalEntry entry = entries.find(command.entryId())
                .filter(one -> one.bizId().equals(business.bizId()))
                .orElseThrow(CreditProblems::notFound);
        refuse(entry, command.pushed());
        LocalDate today = time.today();
        var filing = new Filing(
                business.tenureId(), command.channel(), command.statement(), today, command.by(), command.pushed());
        var filed = new Objection(
                new ObjectionId(time.newId()),
                business.bizId(),
                entry.id(),
                filing,
                State.FILED,
                new Last(today, command.by(), null),
                rules.nextBy(command.channel(), State.FILED, today),
                false);
        objections.add(filed);
        state.filed(filed);
        return filed;
    }

    private void refuse(AbnormalEntry entry, @Nullable PlatformCase pushed) {
        if (!entry.open()) {
            throw Problem.of(CreditProblems.ALREADY_REMOVED, "该记录已移出名录。", "The entry has been removed already.");
        }
        LocalDate lastDay = rules.fileBy(entry.listing().on());
        if (pushed == null && time.today().isAfter(lastDay)) {
            throw Problem.of(
                            CreditProblems.OBJECTION_TOO_LATE,
                            "提出异议的期限已过；仍可依法申请行政复议或者提起行政诉讼。",
                            "The time for objections is over; review and lawsuit remain.")
                    .with("lastDay", lastDay);
        }
        if (objections.openAgainst(entry.id()).isPresent()) {
            throw Problem.of(
                    CreditProblems.OBJECTION_PENDING, "对该记录的异议正在办理。", "An objection against this entry is under way.");
        }
    }
}
