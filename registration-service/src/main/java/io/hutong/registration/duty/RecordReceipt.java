package io.hutong.registration.duty;

import io.hutong.events.Agency;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.identity.ChangeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** Enters an agency's receipt on the change it answers. Runs in the transaction of the inbox. */
@ApplicationScoped
public class RecordReceipt {
    private final TrackedChanges changes;

    public RecordReceipt(TrackedChanges changes) {
        this.changes = changes;
    }

    /** Many receipts are about to come. */
    public void expect(Set<ChangeId> answered) {
        changes.expect(answered);
    }

    public void received(ChangeReceived receipt, Instant at) {
        changes.save(find(receipt.changeId()).received(Agency.TAX, at));
    }

    public void held(ChangeHeld receipt, Instant at) {
        changes.save(find(receipt.changeId()).held(Agency.TAX, receipt.blocks(), at));
    }

    public void completed(ChangeCompleted receipt, Instant at) {
        changes.save(find(receipt.changeId()).completed(Agency.TAX, receipt, at));
    }

    public void refused(ChangeRefused receipt, Instant at) {
        changes.save(find(receipt.changeId()).refused(Agency.TAX, receipt.reason(), at));
    }

    private TrackedChange find(ChangeId id) {
        return changes.find(id)
                .orElseThrow(() -> new IllegalStateException("tax answers a change that is unknown here"));
    }
}
