package io.hutong.registration.operatorchange;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.RegistrationEvent.ClearanceRequested;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.Duty;
import io.hutong.registration.duty.OwedDuties;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Asks tax to clear the tenure that an application would end (Order 103 art. 18-19); the stream is locked already. */
@ApplicationScoped
public class AskClearance {
    private final Register register;
    private final OwedDuties duties;

    public AskClearance(Register register, OwedDuties duties) {
        this.register = register;
        this.duties = duties;
    }

    /** What tax owes when it is asked now, with the last day. */
    List<Duty> owed(Instant at) {
        return duties.ofClearance(at);
    }

    Business handle(Business business, ChangeId id, Origin origin) {
        return register.announce(
                business,
                new ClearanceRequested(
                        id,
                        business.particulars().uscc(),
                        CertificatePurpose.OPERATOR_CHANGE,
                        business.state().operator().id()),
                origin);
    }
}
