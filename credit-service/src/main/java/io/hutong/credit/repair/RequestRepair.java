package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.JudgeRepair.Judgement;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.events.FilingChannel;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes an application for repair, free of charge, and says at once which conditions are not met (NDRC Order 36 art. 13-16). */
@ApplicationScoped
public class RequestRepair {
    /** What the business asks and says, through whom, and whose case it is where a platform pushed it. */
    public record Command(
            BizId bizId,
            Subject subject,
            FilingChannel channel,
            Said said,
            String by,
            @Nullable PlatformCase pushed) {}

    private final Businesses businesses;
    private final Repairs repairs;
    private final JudgeRepair judge;
    private final RepairRules rules;
    private final StateRepair state;
    private final Outbox outbox;
    private final CreditTime time;

    RequestRepair(
            Businesses businesses,
            Repairs repairs,
            JudgeRepair judge,
            RepairRules rules,
            StateRepair state,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.repairs = repairs;
        this.judge = judge;
        this.rules = rules;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public RepairCase handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        refuseBarred(repairs, business.bizId(), time.today());
        Judgement judgement = judge.judge(business.bizId(), command.subject(), command.said(), time.today())
                .orElseThrow(() -> Problem.of(
                        CreditProblems.REPAIR_TARGET,
                        "该记录未公示、已结束，或者补报年度报告后自动移出。",
                        "It is not shown, has ended, or goes by itself when the missing report is filed."));
        if (repairs.openFor(command.subject().id()).isPresent()) {
            throw Problem.of(CreditProblems.REPAIR_PENDING, "该记录的修复申请正在办理。", "An application for it is under way.");
        }
        RepairCase requested = requested(business, command, judgement.grounds());
        repairs.add(requested);
        state.requested(requested);
        return requested;
    }

    /** Also what was applied for before the false material came out is not taken up any more. */
    static void refuseBarred(Repairs repairs, BizId bizId, LocalDate today) {
        repairs.barredUntil(bizId).filter(until -> !today.isAfter(until)).ifPresent(until -> {
            throw Problem.of(
                            CreditProblems.REPAIR_BARRED,
                            "因提供虚假材料，期满前不得申请信用修复。",
                            "False material was handed in: no application before the bar is over.")
                    .with("until", until);
        });
    }

    private RepairCase requested(KnownBusiness business, Command command, String grounds) {
        LocalDate today = time.today();
        LocalDate acceptBy = rules.acceptBy(command.subject().target(), today);
        return new RepairCase(
                new RepairId(time.newId()),
                business.bizId(),
                command.subject(),
                new Filing<>(
                        business.tenureId(), command.channel(), command.said(), today, command.by(), command.pushed()),
                new Progress(State.REQUESTED, today, command.by(), acceptBy, false, null, null, null),
                grounds);
    }
}
