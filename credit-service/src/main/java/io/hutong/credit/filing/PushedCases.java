package io.hutong.credit.filing;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.messaging.Outbox;
import java.util.List;
import java.util.Optional;

/** The cases of one kind, by the number of the platform that pushed them. */
public interface PushedCases<C extends FiledCase, S> {
    /** The one that a platform pushed under that number. */
    Optional<C> pushed(String caseNo);

    /** Every version of what the platform pushed, the first first; the last one counts. */
    List<Push<S>> pushes(C filed);

    /** Another version of it, which counts from now on. */
    void correct(C corrected, Push<S> push);

    /** The one under that number, as it stands now that the stream of its business is locked; 404 where there is none. */
    default C locked(String caseNo, Outbox outbox) {
        outbox.lock(pushed(caseNo).orElseThrow(CreditProblems::notFound).bizId());
        return pushed(caseNo).orElseThrow();
    }
}
