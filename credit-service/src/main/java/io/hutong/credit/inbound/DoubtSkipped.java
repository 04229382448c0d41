package io.hutong.credit.inbound;

import io.hutong.credit.agencyrecord.MissRecord;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.business.Businesses;
import io.hutong.identity.BizId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.SkippedEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Without an event of the register nothing is decided about the business in the mass: a person has to look at it. Without one of
 * another agency it is unknown what that agency has on record, whatever the event was about: where it continues another history,
 * skipping it leaves out what came before it, too.
 */
@ApplicationScoped
class DoubtSkipped implements SkippedEvents {
    private final Businesses businesses;
    private final MissRecord records;

    DoubtSkipped(Businesses businesses, MissRecord records) {
        this.businesses = businesses;
        this.records = records;
    }

    @Override
    public void skipped(Envelope envelope) {
        BizId bizId = envelope.subject();
        Optional<RecordKind> kind = RecordKind.statedBy(envelope.source());
        if (kind.isPresent()) {
            records.handle(bizId, kind.get());
        } else {
            boolean before = businesses.doubtful(bizId);
            businesses.doubt(bizId);
            if (!before) {
                records.loseOperator(bizId);
            }
        }
    }
}
