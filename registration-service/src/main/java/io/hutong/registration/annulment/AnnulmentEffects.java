package io.hutong.registration.annulment;

import io.hutong.events.BusinessStatus;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.register.Admission;
import io.hutong.registration.register.Applications;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.RegisterEntry;
import io.hutong.registration.register.RegisterHistory;
import io.hutong.registration.register.RegisterState;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.TenureRef;
import io.hutong.registration.register.Tenures;
import jakarta.enterprise.context.ApplicationScoped;

/** What falls or comes back with an annulled change beside the state: tenures, the name's claim, what waits. */
@ApplicationScoped
public class AnnulmentEffects {
    private final Tenures tenures;
    private final Admission admission;
    private final Applications applications;
    private final TrackedChanges changes;
    private final RegisterTime time;

    public AnnulmentEffects(
            Tenures tenures,
            Admission admission,
            Applications applications,
            TrackedChanges changes,
            RegisterTime time) {
        this.tenures = tenures;
        this.admission = admission;
        this.applications = applications;
        this.changes = changes;
        this.time = time;
    }

    /** The business as it is once an application without ground was ended. */
    Business carryOut(
            Business business,
            RegisterState restored,
            RegisterHistory without,
            RegisterEntry entry,
            AnnulChange.Command command) {
        changes.find(entry.changeId())
                .ifPresent(change -> changes.save(change.annulled(command.decisionNo(), time.now())));
        var registrar = business.particulars().registrar();
        admission.rename(business.state().name(), restored.name(), registrar, business.id());
        TenureRef before = business.state().operator();
        TenureRef after = restored.operator();
        if (!before.equals(after)) {
            tenures.rename(after.id(), after.operatorName());
        }
        boolean otherTenure = !before.id().equals(after.id());
        if (restored.status() != BusinessStatus.REGISTRATION_ANNULLED) {
            tenures.arrange(business.id(), without.tenures(business.id()));
        }
        return otherTenure || restored.status().terminal()
                ? applications.groundGone(business, "GROUND_ANNULLED", command.origin())
                : business;
    }
}
