package io.hutong.registration.operatorchange;

import io.hutong.events.Audience;
import io.hutong.events.ChangeKind;
import io.hutong.events.EntityType;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.RegistrationEvent.OperatorRenamed;
import io.hutong.events.Sealed;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.PersonRefs;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.register.Amendment;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Household;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.StatePatch;
import io.hutong.registration.register.TenureRef;
import io.hutong.registration.register.TenureSpan;
import io.hutong.registration.register.Tenures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters an admissible operator change: a tenure ends and another begins; code and establishment date continue. */
@ApplicationScoped
public class RegisterOperator {
    private final Register register;
    private final Tenures tenures;
    private final PersonRefs refs;
    private final RegisterTime time;

    public RegisterOperator(Register register, Tenures tenures, PersonRefs refs, RegisterTime time) {
        this.register = register;
        this.tenures = tenures;
        this.refs = refs;
        this.time = time;
    }

    /** By which regime a business passes on, and the certificate if there is one. */
    record Passage(
            Regime regime,
            @Nullable CertificateId certificateId,
            @Nullable TrackedChange application) {
        static final Passage POST_SYNC = new Passage(Regime.POST_SYNC, null, null);
    }

    Business pass(Business business, ChangeId id, OperatorChangeRequest request, Passage passage) {
        LocalDate on = passage.application() == null
                ? register.effectiveOn(business, request.effectiveOn())
                : register.effectiveLate(business, request.effectiveOn());
        TenureRef old = business.state().operator();
        OperatorTenureId tenure = time.newTenureId();
        var person = request.newOperator().person();
        var event = new OperatorChanged(
                id,
                business.particulars().uscc(),
                request.kind(),
                passage.regime(),
                old.id(),
                tenure,
                old.operatorName(),
                person.name(),
                Sealed.under(tenure, Audience.OPERATOR_IDENTITY, person),
                refs.of(tenure, person.residentId()),
                passage.certificateId(),
                request.documents());
        var subject = new Subject(id, business.id(), ChangeKind.OPERATOR, request.kind(), passage.regime());
        var patch = StatePatch.operator(new TenureRef(tenure, person.name()));
        Business after = register.register(
                business, new Amendment(subject, on, patch, event, request.origin()), passage.application());
        tenures.begin(new TenureSpan(tenure, business.id(), on, null), household(business, old, request));
        tenures.end(old.id(), on);
        return after;
    }

    /** The same person under another name: no tenure ends. */
    Business rename(Business business, ChangeId id, OperatorChangeRequest request) {
        TenureRef old = business.state().operator();
        String name = request.newOperator().person().name();
        var person = tenures.household(old.id()).operator().named(name).person();
        var event = new OperatorRenamed(
                id,
                business.particulars().uscc(),
                old.id(),
                old.operatorName(),
                name,
                Sealed.under(old.id(), Audience.OPERATOR_IDENTITY, person));
        var amendment = new Amendment(
                new Subject(id, business.id(), ChangeKind.OPERATOR_NAME, OperatorChangeKind.NAME_ONLY, null),
                register.effectiveOn(business, request.effectiveOn()),
                StatePatch.operator(new TenureRef(old.id(), name)),
                event,
                request.origin());
        tenures.rename(old.id(), name);
        return register.register(business, amendment);
    }

    /** The filed family stays with a change inside it and with an inheritance, and goes with a transfer to others. */
    private Household household(Business business, TenureRef old, OperatorChangeRequest request) {
        if (business.particulars().entityType() != EntityType.INDIVIDUAL_FAMILY) {
            return Household.of(request.newOperator());
        }
        return request.kind() == OperatorChangeKind.INTER_VIVOS
                ? Household.family(request.newOperator(), List.of())
                : Household.family(
                        request.newOperator(), tenures.household(old.id()).family());
    }
}
