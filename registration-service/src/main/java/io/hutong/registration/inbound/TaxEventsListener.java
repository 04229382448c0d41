package io.hutong.registration.inbound;

import io.hutong.events.EventTypes;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.registration.duty.RecordReceipt;
import io.hutong.registration.operatorchange.ApplyClearance;
import io.hutong.registration.register.RecordTaxStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The one reader of what tax states to the register; hands each event to the use case that wants it. */
@ApplicationScoped
class TaxEventsListener implements EventListener {
    private final RecordReceipt receipts;
    private final ApplyClearance clearances;
    private final RecordTaxStanding standings;

    TaxEventsListener(RecordReceipt receipts, ApplyClearance clearances, RecordTaxStanding standings) {
        this.receipts = receipts;
        this.clearances = clearances;
        this.standings = standings;
    }

    @Override
    public String inbox() {
        return "tax-events";
    }

    /** What tax announced to the public concerns no application. */
    @Override
    public boolean wants(String type) {
        return EventTypes.classOf(type)
                .filter(ArrearsEvent.class::isAssignableFrom)
                .isEmpty();
    }

    @Override
    public void expect(List<ReceivedEvent> batch) {
        receipts.expect(batch.stream()
                .map(ReceivedEvent::event)
                .filter(TaxEvent.Answer.class::isInstance)
                .map(event -> ((TaxEvent.Answer) event).changeId())
                .collect(Collectors.toSet()));
    }

    @Override
    public void on(ReceivedEvent received) {
        Instant at = received.envelope().context().occurredAt();
        if (received.event() instanceof StatusChanged changed) {
            standings.handle(received.envelope().subject(), changed);
        } else if (received.event() instanceof TaxEvent.Answer answer) {
            take(answer, received, at);
        } else {
            throw new IllegalStateException("not an event of tax");
        }
    }

    private void take(TaxEvent.Answer answer, ReceivedEvent received, Instant at) {
        if (answer instanceof ChangeReceived receipt) {
            receipts.received(receipt, at);
        } else if (answer instanceof ChangeCompleted receipt) {
            receipts.completed(receipt, at);
        } else if (answer instanceof ChangeHeld receipt) {
            receipts.held(receipt, at);
        } else if (answer instanceof ChangeRefused receipt) {
            if (!clearances.leftOut(receipt, at)) {
                receipts.refused(receipt, at);
            }
        } else if (answer instanceof ClearanceIssued issued) {
            clearances.issued(issued, received.envelope().id(), at);
        } else if (answer instanceof ClearanceHeld held) {
            clearances.held(held, at);
        } else if (answer instanceof ClearanceRefused refused) {
            clearances.refused(refused, at);
        } else if (answer instanceof ClearanceRevoked revoked) {
            clearances.revoked(revoked, at);
        }
    }
}
