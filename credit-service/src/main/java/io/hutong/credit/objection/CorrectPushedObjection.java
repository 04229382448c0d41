package io.hutong.credit.objection;

import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.PlatformDesk;
import io.hutong.credit.filing.PlatformDesk.Correction;
import io.hutong.credit.filing.Push;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes the next version of an objection that a platform pushed, as long as nothing was found; every version is kept, and one that is
 * known already changes nothing. Its clocks run on.
 */
@ApplicationScoped
public class CorrectPushedObjection {
    private final Objections objections;
    private final ObjectionTargets targets;
    private final ObjectionRules rules;
    private final StateObjection state;
    private final PlatformDesk desk;

    CorrectPushedObjection(
            Objections objections,
            ObjectionTargets targets,
            ObjectionRules rules,
            StateObjection state,
            PlatformDesk desk) {
        this.objections = objections;
        this.targets = targets;
        this.rules = rules;
        this.state = state;
        this.desk = desk;
    }

    @Transactional
    public Objection handle(Correction<String> correction) {
        return desk.correct(objections, correction, this::corrected);
    }

    private Objection corrected(Objection before, Push<String> push) {
        if (!before.undecided()) {
            throw ObjectionStates.unfit(before);
        }
        PlatformCase pushed = push.pushed();
        Texts.refuseUnfit(push.said(), "/statement");
        CreditProblems.refuse(pushed.defects(push.on()));
        CreditProblems.refuse(pushed.tooLate(before.filing().on()));
        // refused for a day before there were such pushes
        rules.pushBy(pushed.receivedOn());
        targets.find(before.bizId(), before.subject())
                .ifPresent(found -> CreditProblems.refuse(pushed.tooEarly(found.shownFrom())));
        Objection corrected = before.corrected(push);
        objections.correct(corrected, push);
        state.corrected(corrected);
        return corrected;
    }
}
