package io.hutong.credit.reportcheck;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.reportcheck.SpotCheck.Correction;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.credit.reportcheck.SpotCheck.Result;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a wrong result by the right one, or takes it back where there is none yet; the wrong one stays known to the authority
 * with the reason, and is shown no longer (Interim Measures on Annual Reports art. 11).
 */
@ApplicationScoped
public class CorrectCheckResult {
    private static final int LONGEST_REASON = 500;

    /** The right result, or none to take the wrong one back. */
    public record Command(
            UUID checkId, BizId bizId, @Nullable Result result, String reason, String by) {}

    private final SpotChecks checks;
    private final ShowCheckResult show;
    private final Outbox outbox;
    private final CreditTime time;

    CorrectCheckResult(SpotChecks checks, ShowCheckResult show, Outbox outbox, CreditTime time) {
        this.checks = checks;
        this.show = show;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Item handle(Command command) {
        SpotCheck check = checks.find(command.checkId()).orElseThrow(CreditProblems::notFound);
        outbox.lock(command.bizId());
        Item wrong = checks.lockItem(check.id(), command.bizId()).orElseThrow(CreditProblems::notFound);
        CreditProblems.refuse(defects(command, wrong));
        checks.keep(check.id(), new Correction(wrong, command.reason(), time.today(), command.by()));
        Item open = wrong.takenBack();
        Item item = command.result() == null ? open : open.found(command.result(), time.today(), command.by());
        checks.put(check.id(), item);
        if (command.result() == null) {
            show.end(check, item.bizId());
        } else {
            show.show(check, item.bizId(), command.result());
        }
        return item;
    }

    /** Results that were corrected, the first first. */
    @Transactional
    public List<Correction> read(UUID checkId, @Nullable BizId bizId) {
        SpotCheck check = checks.find(checkId).orElseThrow(CreditProblems::notFound);
        return checks.corrections(check.id(), bizId);
    }

    private static List<Violation> defects(Command command, Item wrong) {
        List<Violation> found = new ArrayList<>();
        if (wrong.result() == null) {
            found.add(new Violation(
                    "/bizId",
                    "spot-check.no-result",
                    "该户没有可更正的抽查结果",
                    "there is no result of this business to correct"));
        } else if (wrong.result() == command.result()) {
            found.add(new Violation("/result", "spot-check.same-result", "与原结果相同", "that is the result already"));
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            found.add(new Violation(
                    "/reason",
                    "spot-check.reason",
                    "应写明更正理由（不超过" + LONGEST_REASON + "字）",
                    "why it is corrected is given, in at most " + LONGEST_REASON + " characters"));
        }
        return found;
    }
}
