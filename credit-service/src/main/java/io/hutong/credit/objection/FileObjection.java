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
import io.hutong.events.CreditEvent.ObjectionFiled;
import io.hutong.events.FilingChannel;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Takes the objection of a business against an entry, within 30 days of the listing (art. 19). */
@ApplicationScoped
public class FileObjection {
    /** What the business says against the entry, and through whom. */
    public record Command(BizId bizId, AbnormalEntryId entryId, FilingChannel channel, String statement, String by) {
        @Override
        public String toString() {
            return "Command[" + entryId + "]";
        }
    }

    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final Objections objections;
    private final ObjectionRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    FileObjection(
            Businesses businesses,
            AbnormalEntries entries,
            Objections objections,
            ObjectionRules rules,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.objections = objections;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Objection handle(Command command) {
        Outbox.Stream stream = outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        Texts.refuseUnfit(command.statement(), "/statement");
        AbnormalEntry entry = entries.find(command.entryId())
                .filter(one -> one.bizId().equals(business.bizId()))
                .orElseThrow(CreditProblems::notFound);
        refuse(entry);
        LocalDate today = time.today();
        var filing = new Filing(business.tenureId(), command.channel(), command.statement(), today, command.by());
        var filed = new Objection(
                new ObjectionId(time.newId()),
                business.bizId(),
                entry.id(),
                filing,
                State.FILED,
                new Last(today, command.by(), null),
                rules.nextBy(State.FILED, today));
        objections.add(filed);
        stream.append(
                new ObjectionFiled(filed.id(), business.uscc(), entry.id(), command.channel(), today),
                new EventContext(
                        time.now(), today, business.registrar(), filed.id().uuid(), null, rules.version(today)));
        return filed;
    }

    private void refuse(AbnormalEntry entry) {
        if (!entry.open()) {
            throw Problem.of(CreditProblems.ALREADY_REMOVED, "该记录已移出名录。", "The entry has been removed already.");
        }
        LocalDate lastDay = rules.fileBy(entry.listing().on());
        if (time.today().isAfter(lastDay)) {
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
