package io.hutong.credit.inbound;

import io.hutong.credit.agencyrecord.MissRecord;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.business.Businesses;
import io.hutong.events.EventTypes;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.SkippedEvents;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Without an event of the register nothing is decided about the business in the mass: a person has to look at it. Without one of
 * another agency it is unknown what that agency has on record. What nobody here asked for makes nothing doubtful, except what
 * this version does not know.
 */
@ApplicationScoped
class DoubtSkipped implements SkippedEvents {
    private final Businesses businesses;
    private final MissRecord records;
    private final ExchangeEventsListener exchange;
    private final TaxEventsListener tax;

    DoubtSkipped(Businesses businesses, MissRecord records, ExchangeEventsListener exchange, TaxEventsListener tax) {
        this.businesses = businesses;
        this.records = records;
        this.exchange = exchange;
        this.tax = tax;
    }

    @Override
    public void skipped(Envelope envelope) {
        if (envelope.source().equals(RecordKind.PERMIT.source())) {
            miss(envelope, exchange, RecordKind.PERMIT);
        } else if (envelope.source().equals(RecordKind.ARREARS.source())) {
            miss(envelope, tax, RecordKind.ARREARS);
        } else {
            businesses.doubt(envelope.subject());
        }
    }

    private void miss(Envelope envelope, EventListener listener, RecordKind kind) {
        String type = envelope.type();
        if (listener.wants(type) || EventTypes.classOf(type).isEmpty()) {
            records.handle(envelope.subject(), kind);
        }
    }
}
