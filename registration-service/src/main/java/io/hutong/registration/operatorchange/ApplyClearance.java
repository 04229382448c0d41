package io.hutong.registration.operatorchange;

import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.identity.ChangeId;
import io.hutong.identity.EventId;
import io.hutong.registration.duty.Clearance;
import io.hutong.registration.duty.Clearance.State;
import io.hutong.registration.duty.TimelineEntry.Step;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Register;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Takes what tax answers about a clearance. With the certificate the application is registered by itself, in the name of the
 * registrar who took it, if its conditions are met (Order 103 art. 18-19). Runs in the transaction of the inbox.
 */
@ApplicationScoped
public class ApplyClearance {
    private final Register register;
    private final CompleteApplication applications;
    private final OperatorChanges operatorChanges;
    private final TrackedChanges changes;

    public ApplyClearance(
            Register register,
            CompleteApplication applications,
            OperatorChanges operatorChanges,
            TrackedChanges changes) {
        this.register = register;
        this.applications = applications;
        this.operatorChanges = operatorChanges;
        this.changes = changes;
    }

    public void issued(ClearanceIssued issued, EventId cause, Instant at) {
        var clearance = new Clearance(State.ISSUED, at, List.of(), issued.certificateId(), issued.validUntil());
        TrackedChange change = find(issued.changeId())
                .cleared(clearance, Step.CLEARANCE_ISSUED, issued.basis().name());
        if (!change.waiting()) {
            changes.save(change);
            return;
        }
        Business business = register.lock(change.subject().bizId());
        if (!business.state().operator().id().equals(issued.tenureId())) {
            throw new IllegalStateException("the certificate clears another tenure than the one that ends");
        }
        applications.handle(business, change, cause);
    }

    public void held(ClearanceHeld held, Instant at) {
        changes.save(find(held.changeId()).clearanceHeld(held.blocks(), at));
    }

    public void refused(ClearanceRefused refused, Instant at) {
        TrackedChange change = find(refused.changeId());
        boolean waited = change.waiting();
        changes.save(change.cleared(new Clearance(State.REFUSED, at, List.of(), null, null), Step.REFUSED, ""));
        if (waited) {
            operatorChanges.close(refused.changeId());
        }
    }

    /** An operator at tax left the request out: a waiting application ends with that; false where none waits. */
    public boolean leftOut(ChangeRefused answer, Instant at) {
        TrackedChange change = find(answer.changeId());
        if (!change.waiting()) {
            return false;
        }
        var refused = new Clearance(State.REFUSED, at, List.of(), null, null);
        changes.save(change.cleared(refused, Step.REFUSED, answer.reason().name()));
        operatorChanges.close(answer.changeId());
        return true;
    }

    public void revoked(ClearanceRevoked revoked, Instant at) {
        changes.save(find(revoked.changeId()).clearanceRevoked(revoked.certificateId(), at));
    }

    private TrackedChange find(ChangeId id) {
        return changes.find(id)
                .orElseThrow(() -> new IllegalStateException("tax answers a change that is unknown here"));
    }
}
