package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.objection.Objection.Last;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.objection.ObjectionTargets.Found;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the objection of a business against a record that is shown of it, as long as it is, also when the business has left the
 * register (NDRC Order 36 art. 18); one against an entry in the abnormal list that it brings here itself within 30 days of the listing (art. 19).
 */
@ApplicationScoped
public class FileObjection {
    /** What the business says against the record, through whom, and whose case it is where a platform pushed it. */
    public record Command(
            BizId bizId,
            Subject subject,
            FilingChannel channel,
            String statement,
            String by,
            @Nullable PlatformCase pushed) {
        @Override
        public String toString() {
            return "Command[" + subject + "]";
        }
    }

    private final Businesses businesses;
    private final ObjectionTargets targets;
    private final Objections objections;
    private final ObjectionRules rules;
    private final StateObjection state;
    private final Outbox outbox;
    private final CreditTime time;

    FileObjection(
            Businesses businesses,
            ObjectionTargets targets,
            Objections objections,
            ObjectionRules rules,
            StateObjection state,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.targets = targets;
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
        Subject subject = command.subject();
        if (!targets.shownOf(business, subject)) {
            throw CreditProblems.ended(business.status());
        }
        Texts.refuseUnfit(command.statement(), "/statement");
        Found found = targets.find(business.bizId(), subject).orElseThrow(CreditProblems::notFound);
        refuse(subject, found, command.pushed());
        LocalDate today = time.today();
        var filing = new Filing<>(
                business.tenureId(), command.channel(), command.statement(), today, command.by(), command.pushed());
        var filed = new Objection(
                new ObjectionId(time.newId()),
                business.bizId(),
                subject,
                filing,
                State.FILED,
                new Last(today, command.by(), null),
                rules.nextBy(subject.target(), command.channel(), State.FILED, today),
                false);
        objections.add(filed);
        state.filed(filed);
        return filed;
    }

    private void refuse(Subject subject, Found found, @Nullable PlatformCase pushed) {
        Problem closed = found.closed();
        if (closed != null) {
            throw closed;
        }
        if (pushed == null && subject.target() == RepairTarget.ABNORMAL_ENTRY) {
            refuseLate(rules.fileBy(found.decidedOn()));
        }
        if (objections.openAgainst(subject.id()).isPresent()) {
            throw Problem.of(
                    CreditProblems.OBJECTION_PENDING, "对该记录的异议正在办理。", "An objection against this record is under way.");
        }
    }

    private void refuseLate(LocalDate lastDay) {
        if (time.today().isAfter(lastDay)) {
            throw Problem.of(
                            CreditProblems.OBJECTION_TOO_LATE,
                            "提出异议的期限已过；仍可依法申请行政复议或者提起行政诉讼。",
                            "The time for objections is over; review and lawsuit remain.")
                    .with("lastDay", lastDay);
        }
    }
}
