package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairRules.Assessment;
import io.hutong.identity.BizId;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Asks the conditions of repair about a target as it stands today, by the rules of the day of the application. */
@ApplicationScoped
class JudgeRepair {
    private final RepairTargets targets;
    private final RepairRules rules;
    private final WriteExplanation account;
    private final CreditTime time;

    JudgeRepair(RepairTargets targets, RepairRules rules, WriteExplanation account, CreditTime time) {
        this.targets = targets;
        this.rules = rules;
        this.account = account;
        this.time = time;
    }

    /** Whether the conditions are met, each that is not, and the account as text. */
    record Judgement(boolean eligible, List<Violation> unmet, String grounds) {}

    /** Empty where there is nothing that an application could be about. */
    Optional<Judgement> judge(BizId bizId, Subject subject, Said said, LocalDate requestedOn) {
        return targets.find(bizId, subject)
                .map(found -> rules.assess(found, said, requestedOn, time.today()))
                .map(this::judgement);
    }

    private Judgement judgement(Assessment assessment) {
        return new Judgement(assessment.eligible(), assessment.unmet(), account.write(assessment.explanation()));
    }
}
