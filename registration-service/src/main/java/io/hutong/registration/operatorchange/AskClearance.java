package io.hutong.registration.operatorchange;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.RegistrationEvent.ClearanceRequested;
import io.hutong.identity.ChangeId;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks tax to clear the tenure that an application would end (Order 103 art. 18-19); the stream is locked already. */
@ApplicationScoped
public class AskClearance {
    private final Register register;

    public AskClearance(Register register) {
        this.register = register;
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
