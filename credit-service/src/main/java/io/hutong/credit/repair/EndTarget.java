package io.hutong.credit.repair;

import io.hutong.credit.abnormallist.RemoveAbnormal;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.penalty.EndPublication;
import io.hutong.credit.seriouslist.RemoveSerious;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends what was repaired, in the transaction of the decision. */
@ApplicationScoped
class EndTarget {
    private final EndPublication penalties;
    private final RemoveSerious serious;
    private final RemoveAbnormal abnormal;

    EndTarget(EndPublication penalties, RemoveSerious serious, RemoveAbnormal abnormal) {
        this.penalties = penalties;
        this.serious = serious;
        this.abnormal = abnormal;
    }

    void end(Subject subject, String by) {
        UUID id = subject.id().uuid();
        switch (subject.target()) {
            case PENALTY -> penalties.repaired(new PenaltyId(id), by);
            case SERIOUS_ENTRY -> serious.repaired(new SeriousEntryId(id), by);
            case ABNORMAL_ENTRY -> abnormal.handle(new RemoveAbnormal.Command(new AbnormalEntryId(id), by));
        }
    }
}
