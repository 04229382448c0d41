package io.hutong.credit.reportcheck;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.credit.reportcheck.SpotCheck.Result;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Records what the look into a drawn report showed, once, and has it shown to the public (art. 11). */
@ApplicationScoped
public class RecordCheckResult {
    /** The result of one report of a sample. */
    public record Command(UUID checkId, BizId bizId, Result result, String by) {}

    private final SpotChecks checks;
    private final ShowCheckResult show;
    private final Outbox outbox;
    private final CreditTime time;

    RecordCheckResult(SpotChecks checks, ShowCheckResult show, Outbox outbox, CreditTime time) {
        this.checks = checks;
        this.show = show;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Item handle(Command command) {
        SpotCheck check = checks.find(command.checkId()).orElseThrow(CreditProblems::notFound);
        outbox.lock(command.bizId());
        Item before = checks.lockItem(check.id(), command.bizId()).orElseThrow(CreditProblems::notFound);
        if (before.result() != null) {
            throw Problem.of(
                    CreditProblems.ALREADY_CHECKED, "该户的抽查结果已经记录。", "The result of this business is recorded already.");
        }
        Item item = before.found(command.result(), time.today(), command.by());
        checks.put(check.id(), item);
        show.show(check, item.bizId(), command.result());
        return item;
    }
}
