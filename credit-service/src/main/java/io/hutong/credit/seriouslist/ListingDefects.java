package io.hutong.credit.seriouslist;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a listing rests on a penalty that holds, has the consent it needs, and a day that fits. */
@ApplicationScoped
class ListingDefects {
    private static final int LONGEST_NUMBER = 100;

    private final Penalties penalties;
    private final CreditTime time;

    ListingDefects(Penalties penalties, CreditTime time) {
        this.penalties = penalties;
        this.time = time;
    }

    void refuse(ListSerious.Command command) {
        List<Violation> found = new ArrayList<>();
        number("/decisionNo", command.decisionNo(), found);
        number("/consentNo", command.consentNo(), found);
        Optional<Penalty> penalty = penalties
                .find(command.penaltyId())
                .filter(one ->
                        one.bizId().equals(command.bizId()) && !one.state().withdrawn());
        if (penalty.isEmpty()) {
            found.add(new Violation(
                    "/penaltyId",
                    "serious.no-penalty",
                    "没有对该经营主体作出的、仍有效的这一处罚",
                    "there is no such penalty against this business that still holds"));
        }
        boolean early = penalty.filter(
                        one -> command.decidedOn().isBefore(one.decision().on()))
                .isPresent();
        if (early || command.decidedOn().isAfter(time.today())) {
            found.add(new Violation(
                    "/decidedOn",
                    "serious.decided-on",
                    "列入决定不早于处罚决定，不晚于今天",
                    "the listing is decided with the penalty or after it, and not in the future"));
        }
        CreditProblems.refuse(found);
    }

    private static void number(String pointer, String number, List<Violation> found) {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            found.add(new Violation(
                    pointer,
                    "text.length",
                    "文号为 1 至 " + LONGEST_NUMBER + " 个字",
                    "a number has 1 to " + LONGEST_NUMBER + " characters"));
        }
    }
}
