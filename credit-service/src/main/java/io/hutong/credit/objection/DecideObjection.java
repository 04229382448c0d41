package io.hutong.credit.objection;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.objection.Objection.Last;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.objection.Objection.Step;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes an objection up or not, records what verification found, and corrects: the record that proved wrong goes in the same
 * transaction (Interim Measures on Annual Reports art. 19; NDRC Order 36 art. 18).
 */
@ApplicationScoped
public class DecideObjection {
    /** What an officer does having read which version, and what the business is told. */
    public record Command(
            ObjectionId id,
            Step step,
            @Nullable Integer version,
            @Nullable String answer,
            String by) {
        @Override
        public String toString() {
            return "Command[" + id + ", " + step + "]";
        }
    }

    private final Objections objections;
    private final WithdrawWrong withdraw;
    private final ObjectionRules rules;
    private final StateObjection state;
    private final Outbox outbox;
    private final CreditTime time;

    DecideObjection(
            Objections objections,
            WithdrawWrong withdraw,
            ObjectionRules rules,
            StateObjection state,
            Outbox outbox,
            CreditTime time) {
        this.objections = objections;
        this.withdraw = withdraw;
        this.rules = rules;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Objection handle(Command command) {
        outbox.lock(objections
                .find(command.id())
                .orElseThrow(CreditProblems::notFound)
                .bizId());
        Objection before = objections.find(command.id()).orElseThrow(CreditProblems::notFound);
        State next = before.by(command.step()).orElseThrow(() -> ObjectionStates.unfit(before));
        PlatformCase.refuseUnread(before.filing().pushed(), command.version());
        if (command.step().needsAnswer() || command.answer() != null) {
            Texts.refuseUnfit(command.answer(), "/answer");
        }
        LocalDate today = time.today();
        String answer = command.answer() == null ? before.last().answer() : command.answer();
        LocalDate due = rules.nextBy(before.subject().target(), before.filing().channel(), next, today);
        Objection after = before.in(next, new Last(today, command.by(), answer), due);
        objections.change(after, command.step());
        if (next == State.CORRECTED) {
            withdraw.withdraw(after.subject(), command.by());
        }
        state.stepped(after);
        return after;
    }
}
