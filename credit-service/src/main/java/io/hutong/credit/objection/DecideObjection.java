package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.RemoveAbnormal;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.objection.Objection.Last;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.objection.Objection.Step;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes an objection up or not, records what verification found, and corrects: the entry that proved wrong goes in the same
 * transaction (Interim Measures on Annual Reports art. 19).
 */
@ApplicationScoped
public class DecideObjection {
    /** What an officer does, and what the business is told. */
    public record Command(
            ObjectionId id, Step step, @Nullable String answer, String by) {
        @Override
        public String toString() {
            return "Command[" + id + ", " + step + "]";
        }
    }

    private final Objections objections;
    private final AbnormalEntries entries;
    private final RemoveAbnormal remove;
    private final ObjectionRules rules;
    private final StateObjection state;
    private final Outbox outbox;
    private final CreditTime time;

    DecideObjection(
            Objections objections,
            AbnormalEntries entries,
            RemoveAbnormal remove,
            ObjectionRules rules,
            StateObjection state,
            Outbox outbox,
            CreditTime time) {
        this.objections = objections;
        this.entries = entries;
        this.remove = remove;
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
        State next = before.by(command.step())
                .orElseThrow(() -> Problem.of(
                                CreditProblems.OBJECTION_STEP,
                                "异议的当前状态不允许此步骤。",
                                "The objection is not in the state for this step.")
                        .with("state", before.state()));
        if (command.step().needsAnswer() || command.answer() != null) {
            Texts.refuseUnfit(command.answer(), "/answer");
        }
        LocalDate today = time.today();
        String answer = command.answer() == null ? before.last().answer() : command.answer();
        LocalDate due = rules.nextBy(before.filing().channel(), next, today);
        Objection after = before.in(next, new Last(today, command.by(), answer), due);
        objections.change(after, command.step());
        if (next == State.CORRECTED) {
            correct(after, command.by());
        }
        state.stepped(after);
        return after;
    }

    /** It may have gone already, because the report came or the ground did. */
    private void correct(Objection objection, String by) {
        entries.find(objection.entryId())
                .filter(AbnormalEntry::open)
                .ifPresent(entry -> remove.handle(new RemoveAbnormal.Command(entry.id(), Mode.OBJECTION, by)));
    }
}
