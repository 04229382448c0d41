package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.RemoveAbnormal;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.penalty.WithdrawPenalty;
import io.hutong.credit.seriouslist.RemoveSerious;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
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
    private final AbnormalEntries abnormal;
    private final RemoveAbnormal removeAbnormal;

    WithdrawWrong(
            WithdrawPenalty penalties, RemoveSerious serious, AbnormalEntries abnormal, RemoveAbnormal removeAbnormal) {
        this.penalties = penalties;
        this.serious = serious;
        this.abnormal = abnormal;
        this.removeAbnormal = removeAbnormal;
    }

    void withdraw(Subject subject, String by) {
        UUID id = subject.id().uuid();
        switch (subject.target()) {
            case PENALTY -> penalties.provedWrong(new PenaltyId(id), by);
            case SERIOUS_ENTRY -> serious.provedWrong(new SeriousEntryId(id), by);
            case ABNORMAL_ENTRY ->
                abnormal.find(new AbnormalEntryId(id))
                        .filter(AbnormalEntry::open)
                        .ifPresent(entry ->
                                removeAbnormal.handle(new RemoveAbnormal.Command(entry.id(), Mode.OBJECTION, by)));
        }
    }
}
