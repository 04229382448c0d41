package io.hutong.tax.inbound;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.ApplicationWithdrawn;
import io.hutong.events.RegistrationEvent.Changed;
import io.hutong.events.RegistrationEvent.ClearanceRequested;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.Opened;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.RegistrationEvent.OperatorRenamed;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.Position;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.Unsealer;
import io.hutong.tax.changesync.Content;
import io.hutong.tax.changesync.TakeChange;
import io.hutong.tax.changesync.TaxChange;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Operator;
import io.hutong.tax.taxpayer.Standing;
import io.hutong.tax.taxpayer.Taxpayer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the register's topic: every event about a change becomes a change in tax's line, a request for clearance or a withdrawal; questions
 * and receipts for other agencies are none of these and pass by.
 */
@ApplicationScoped
class RegistrationEventsListener implements EventListener {
    private final Outbox outbox;
    private final Unsealer unsealer;
    private final TakeChange take;
    private final Clock clock;

    RegistrationEventsListener(Outbox outbox, Unsealer unsealer, TakeChange take, Clock clock) {
        this.outbox = outbox;
        this.unsealer = unsealer;
        this.take = take;
        this.clock = clock;
    }

    @Override
    public String inbox() {
        return "registration-events";
    }

    @Override
    public void expect(List<ReceivedEvent> batch) {
        List<ChangeId> changes = new ArrayList<>();
        List<Sealed<?>> sealed = new ArrayList<>();
        for (ReceivedEvent received : batch) {
            if (received.event() instanceof RegistrationEvent.OfChange event) {
                changes.add(event.changeId());
            }
            if (received.event() instanceof Opened opened) {
                sealed.add(opened.operator());
                sealed.add(opened.operatorRefs().tax());
            }
        }
        take.expect(changes);
        unsealer.prefetch(sealed);
    }

    @Override
    public void on(ReceivedEvent received) {
        if (!(received.event() instanceof RegistrationEvent.OfChange event)) {
            return;
        }
        Cause cause = Cause.of(received.envelope());
        Receipts receipts = Receipts.locking(outbox, cause.bizId(), clock);
        if (event instanceof ClearanceRequested asked) {
            take.ask(
                    ClearanceRequest.received(
                            asked.changeId(), asked.tenureId(), asked.purpose(), cause, clock.instant()),
                    receipts);
        } else if (event instanceof ApplicationWithdrawn withdrawn) {
            take.withdraw(withdrawn.changeId(), cause, receipts);
        } else {
            long place = placeOf(received.envelope().position());
            take.handle(
                    TaxChange.arrived(event.changeId(), contentOf(event, cause), cause, place, clock.instant()),
                    receipts);
        }
    }

    /** Order of the register's stream as one number: a later epoch follows every version of an earlier one. */
    private static long placeOf(Position position) {
        return ((long) position.epoch() << 40) | position.version();
    }

    private Content contentOf(RegistrationEvent.OfChange event, Cause cause) {
        if (event instanceof Opened opened) {
            Operator operator = operator(
                    opened.operatorName(),
                    opened.operator(),
                    opened.operatorRefs().tax());
            return new Content.Opening(taxpayer(opened, cause), operator, opened.initialLoad());
        }
        if (event instanceof Changed changed) {
            return new Content.NewFacts(changed.after(), changed.licenceReissued());
        }
        if (event instanceof OperatorChanged changed) {
            return newOperator(changed);
        }
        if (event instanceof OperatorRenamed renamed) {
            return new Content.NewOperatorName(
                    renamed.tenureId(), operator(renamed.newOperatorName(), renamed.operator(), null));
        }
        return statusChange(event);
    }

    private static Content statusChange(RegistrationEvent.OfChange event) {
        if (event instanceof Suspended suspended) {
            return new Content.Notice(ChangeKind.SUSPENSION, BusinessStatus.SUSPENDED, suspended.until());
        }
        if (event instanceof Resumed) {
            return new Content.Notice(ChangeKind.RESUMPTION, BusinessStatus.ACTIVE, null);
        }
        if (event instanceof Deregistered gone) {
            return new Content.Departure(gone.certificateId(), gone.procedure(), false);
        }
        if (event instanceof Annulled annulled) {
            return new Content.Annulment(
                    annulled.annulledChangeId(),
                    annulled.annulledKind(),
                    annulled.retroactiveTo(),
                    annulled.restored());
        }
        throw new IllegalStateException("no change in " + event.getClass().getSimpleName());
    }

    private Content newOperator(OperatorChanged changed) {
        return new Content.NewOperator(
                changed.kind(),
                changed.regime(),
                changed.oldTenureId(),
                changed.newTenureId(),
                operator(
                        changed.newOperatorName(),
                        changed.newOperator(),
                        changed.newOperatorRefs().tax()),
                changed.certificateId());
    }

    private static Taxpayer taxpayer(Opened opened, Cause cause) {
        BizId bizId = cause.bizId();
        return new Taxpayer(
                bizId,
                opened.uscc(),
                opened.name(),
                opened.entityType(),
                opened.establishedOn(),
                opened.premises(),
                opened.scope(),
                opened.industry(),
                opened.onlineOnly(),
                opened.registrar(),
                opened.tenureId(),
                opened.operatorName(),
                BusinessStatus.ACTIVE,
                null,
                new Standing(Status.NORMAL, cause.effectiveAt()),
                1);
    }

    private Operator operator(String name, Sealed<PersonIdentity> identity, @Nullable Sealed<PersonRef> ref) {
        return new Operator(
                name,
                unsealer.open(identity, PersonIdentity.class),
                ref == null ? null : unsealer.open(ref, PersonRef.class));
    }
}
