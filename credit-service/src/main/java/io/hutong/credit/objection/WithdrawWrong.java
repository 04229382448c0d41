package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.RemoveAbnormal;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.objection.Objection.Subject;
import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.WithdrawPenalty;
import io.hutong.credit.seriouslist.RemoveSerious;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.events.PenaltyFall;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes back what proved wrong, in the transaction of the decision; it may have gone already. A penalty also when its time was over:
 * whoever was told of it is told that it was wrong.
 */
@ApplicationScoped
class WithdrawWrong {
    private final Penalties penalties;
    private final WithdrawPenalty withdrawPenalty;
    private final RemoveSerious serious;
    private final AbnormalEntries abnormal;
    private final RemoveAbnormal removeAbnormal;
    private final CreditTime time;

    WithdrawWrong(
            Penalties penalties,
            WithdrawPenalty withdrawPenalty,
            RemoveSerious serious,
            AbnormalEntries abnormal,
            RemoveAbnormal removeAbnormal,
            CreditTime time) {
        this.penalties = penalties;
        this.withdrawPenalty = withdrawPenalty;
        this.serious = serious;
        this.abnormal = abnormal;
        this.removeAbnormal = removeAbnormal;
        this.time = time;
    }

    void withdraw(Subject subject, String by) {
        UUID id = subject.id().uuid();
        switch (subject.target()) {
            case PENALTY ->
                penalties
                        .find(new PenaltyId(id))
                        .filter(one -> !one.state().withdrawn())
                        .ifPresent(one -> withdrawPenalty.handle(
                                new WithdrawPenalty.Command(one.id(), PenaltyFall.CHANGED, time.today(), by)));
            case SERIOUS_ENTRY -> serious.provedWrong(new SeriousEntryId(id), by);
            case ABNORMAL_ENTRY ->
                abnormal.find(new AbnormalEntryId(id))
                        .filter(AbnormalEntry::open)
                        .ifPresent(entry ->
                                removeAbnormal.handle(new RemoveAbnormal.Command(entry.id(), Mode.OBJECTION, by)));
        }
    }
}
