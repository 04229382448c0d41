package io.hutong.registration.permit;

import io.hutong.events.ExchangeEvent.PermitChanged;
import io.hutong.events.ExchangeEvent.PermitEnded;
import io.hutong.events.ExchangeEvent.PermitEvent;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.identity.BizId;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps what departments state about permits, so that the register shows it. Runs in the transaction of the inbox. */
@ApplicationScoped
public class RecordPermit {
    private static final Settlement BUSINESS_ENDED = Settlement.refused("business.ended");
    private static final Settlement OF_ANOTHER_AGENCY = Settlement.refused("permit.of-another-agency");
    private static final Settlement FOREIGN_DEPARTMENT = Settlement.refused("permit.foreign-department");
    private static final Settlement EXISTS = Settlement.refused("permit.exists");
    private static final Settlement ENDED = Settlement.refused("permit.ended");
    private static final Settlement UNKNOWN = Settlement.refused("permit.unknown");
    private static final Settlement DATES = Settlement.refused("permit.dates");

    private final Register register;
    private final Permits permits;

    public RecordPermit(Register register, Permits permits) {
        this.register = register;
        this.permits = permits;
    }

    public Settlement handle(BizId bizId, PermitEvent event) {
        Business business = register.lock(bizId);
        Optional<Permit> known = permits.find(bizId, keyOf(event));
        if (known.filter(permit -> !permit.statedBy().equals(event.origin().agency()))
                .isPresent()) {
            return OF_ANOTHER_AGENCY;
        }
        if (event instanceof PermitEnded ended) {
            return end(bizId, known, ended);
        }
        Permit stated = stated(event);
        if (stated.department() != stated.statedBy().kind()) {
            return FOREIGN_DEPARTMENT;
        }
        if (business.state().status().terminal()) {
            return BUSINESS_ENDED;
        }
        if (stated.term().backward()) {
            return DATES;
        }
        return state(bizId, known, stated, event instanceof PermitGranted);
    }

    /** A grant makes the permit; a change also makes it known when the grant was before the register listened. */
    private Settlement state(BizId bizId, Optional<Permit> known, Permit stated, boolean grant) {
        if (known.filter(stated::equals).isPresent()) {
            return Settlement.applied();
        }
        if (known.isPresent() && grant) {
            return EXISTS;
        }
        if (known.filter(permit -> permit.end() != null).isPresent()) {
            return ENDED;
        }
        permits.save(bizId, stated);
        return Settlement.applied();
    }

    private Settlement end(BizId bizId, Optional<Permit> known, PermitEnded ended) {
        if (known.isEmpty()) {
            return UNKNOWN;
        }
        Permit permit = known.get();
        var end = new Permit.End(ended.endedOn(), ended.reason());
        if (end.equals(permit.end())) {
            return Settlement.applied();
        }
        if (permit.end() != null) {
            return ENDED;
        }
        if (ended.endedOn().isBefore(permit.term().from())) {
            return DATES;
        }
        permits.save(bizId, permit.ended(end));
        return Settlement.applied();
    }

    private static Permit stated(PermitEvent event) {
        if (event instanceof PermitGranted granted) {
            var term = new Permit.Term(granted.validFrom(), granted.validTo());
            return new Permit(keyOf(event), granted.origin().agency(), granted.department(), term, null);
        }
        var changed = (PermitChanged) event;
        var term = new Permit.Term(changed.validFrom(), changed.validTo());
        return new Permit(keyOf(event), changed.origin().agency(), changed.department(), term, null);
    }

    private static Permit.Key keyOf(PermitEvent event) {
        return new Permit.Key(event.permitType(), event.permitNo());
    }
}
