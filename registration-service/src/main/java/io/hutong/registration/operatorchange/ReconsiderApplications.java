package io.hutong.registration.operatorchange;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.EventId;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.WaitingApplications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks again at cleared applications that wait for their conditions (Order 103 art. 18-19). */
@ApplicationScoped
public class ReconsiderApplications implements WaitingApplications {
    private final Register register;
    private final TrackedChanges changes;
    private final CompleteApplication applications;

    public ReconsiderApplications(Register register, TrackedChanges changes, CompleteApplication applications) {
        this.register = register;
        this.changes = changes;
        this.applications = applications;
    }

    /** Credit has stated something of the business, whose stream is locked already. */
    public void stated(BizId bizId, EventId cause) {
        waiting(bizId).ifPresent(application -> applications.handle(register.lock(bizId), application, cause));
    }

    /** Time has passed: other rules may be in force. */
    @Transactional
    public void onTime(BizId bizId) {
        Business business = register.lock(bizId);
        waiting(bizId).ifPresent(application -> applications.handle(business, application, null));
    }

    @Override
    public void reconsider(BizId bizId) {
        onTime(bizId);
    }

    /** Those to be looked at, in the order in which they were made. */
    @Transactional
    public List<TrackedChanges.Waiting> next(@Nullable ChangeId after, int limit) {
        return changes.awaitingConditions(after, limit);
    }

    private Optional<TrackedChange> waiting(BizId bizId) {
        return changes.waiting(bizId).filter(TrackedChange::awaitsConditions);
    }
}
