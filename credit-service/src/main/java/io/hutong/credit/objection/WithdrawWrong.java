package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.RemoveAbnormal;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.penalty.WithdrawPenalty;
import io.hutong.credit.seriouslist.RemoveSerious;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes back what proved wrong, in the transaction of the decision; it may have gone already. */
@ApplicationScoped
class WithdrawWrong {
    private final WithdrawPenalty penalties;
    private final RemoveSerious serious;
    private final RemoveAbnormal abnormal;

    WithdrawWrong(WithdrawPenalty penalties, RemoveSerious serious, RemoveAbnormal abnormal) {
        this.penalties = penalties;
        this.serious = serious;
        this.abnormal = abnormal;
    }

    void withdraw(Subject subject, String by) {
        UUID id = subject.id().uuid();
        switch (subject.target()) {
            case PENALTY -> penalties.provedWrong(new PenaltyId(id), by);
            case SERIOUS_ENTRY -> serious.provedWrong(new SeriousEntryId(id), by);
            case ABNORMAL_ENTRY -> abnormal.provedWrong(new AbnormalEntryId(id), by);
        }
    }
}
