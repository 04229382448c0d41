package io.hutong.credit.objection;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.objection.Objection.Push;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Takes the next version of an objection that a platform pushed, as long as nothing was found; every version is kept, and one that is
 * known already changes nothing. Its clocks run on.
 */
@ApplicationScoped
public class CorrectPushedObjection {
    /** Which case in which version, and what the business says. */
    public record Command(PlatformCase pushed, String statement, String by) {
        @Override
        public String toString() {
            return "Command[" + pushed + "]";
        }
    }

    private final Objections objections;
    private final ObjectionTargets targets;
    private final ObjectionRules rules;
    private final StateObjection state;
    private final Outbox outbox;
    private final CreditTime time;

    CorrectPushedObjection(
            Objections objections,
            ObjectionTargets targets,
            ObjectionRules rules,
            StateObjection state,
            Outbox outbox,
            CreditTime time) {
        this.objections = objections;
        this.targets = targets;
        this.rules = rules;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Objection handle(Command command) {
        PlatformCase pushed = command.pushed();
        outbox.lock(objections
                .pushed(pushed.number())
                .orElseThrow(CreditProblems::notFound)
                .bizId());
        Objection before = objections.pushed(pushed.number()).orElseThrow();
        return known(before.id(), command) ? before : corrected(before, command);
    }

    private boolean known(ObjectionId id, Command command) {
        List<Push> pushes = objections.pushes(id);
        return command.pushed()
                .known(pushes.size(), version -> pushes.get(version - 1).says(command.pushed(), command.statement()));
    }

    private Objection corrected(Objection before, Command command) {
        if (!before.undecided()) {
            throw ObjectionStates.unfit(before);
        }
        Texts.refuseUnfit(command.statement(), "/statement");
        CreditProblems.refuse(command.pushed().defects(time.today()));
        CreditProblems.refuse(command.pushed().tooLate(before.filing().on()));
        // refused for a day before there were such pushes
        rules.pushBy(command.pushed().receivedOn());
        targets.find(before.bizId(), before.subject())
                .ifPresent(found -> CreditProblems.refuse(command.pushed().tooEarly(found.shownFrom())));
        var push = new Push(command.pushed(), command.statement(), time.today(), command.by());
        Objection corrected = before.corrected(push);
        objections.correct(corrected, push);
        state.corrected(corrected);
        return corrected;
    }
}
