package io.hutong.registration.register;

import io.hutong.events.Audience;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.EntityType;
import io.hutong.events.RegistrationEvent.Opened;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.PersonRefs;
import io.hutong.registration.duty.TrackedChange.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Opens a business, or takes one over from the bureau's earlier register (Order 103 art. 7-14). */
@ApplicationScoped
public class OpenBusiness {
    /** An opening; {@code initialLoad} says that the business existed before the system did. */
    public record Command(Opening opening, boolean initialLoad, Origin origin) {}

    private final Register register;
    private final Admission admission;
    private final Tenures tenures;
    private final PersonRefs refs;
    private final RegisterTime time;

    public OpenBusiness(Register register, Admission admission, Tenures tenures, PersonRefs refs, RegisterTime time) {
        this.register = register;
        this.admission = admission;
        this.tenures = tenures;
        this.refs = refs;
        this.time = time;
    }

    @Transactional
    public Registered handle(Command command) {
        Opening opening = command.opening();
        var newcomer =
                new Newcomer(time.newBizId(), time.newTenureId(), admission.code(opening.uscc(), opening.registrar()));
        Registered registered = open(newcomer, command);
        admission.name(opening.name(), opening.registrar(), newcomer.id());
        return registered;
    }

    /** Who the new business and its first tenure are. */
    record Newcomer(BizId id, OperatorTenureId tenure, UnifiedSocialCreditCode uscc) {}

    Registered open(Newcomer newcomer, Command command) {
        Opening opening = command.opening();
        BizId id = newcomer.id();
        Business business = business(id, newcomer.tenure(), opening, newcomer.uscc());
        Opened event = event(command, business, newcomer.tenure());
        var subject = new Subject(event.changeId(), id, ChangeKind.OPENING, null, null);
        register.open(
                business,
                new Amendment(
                        subject, opening.establishedOn(), StatePatch.whole(business.state()), event, command.origin()));
        tenures.begin(new TenureSpan(newcomer.tenure(), id, opening.establishedOn(), null), household(opening));
        return new Registered(business, event.changeId());
    }

    private static Business business(BizId id, OperatorTenureId tenure, Opening opening, UnifiedSocialCreditCode uscc) {
        var particulars = new Particulars(
                uscc,
                opening.entityType(),
                opening.establishedOn(),
                opening.industry(),
                opening.onlineOnly(),
                opening.registrar());
        var state = new RegisterState(
                BusinessStatus.ACTIVE,
                opening.name(),
                opening.scope(),
                opening.premises(),
                new TenureRef(tenure, opening.operator().person().name()),
                null);
        return new Business(id, 1, particulars, state, opening.establishedOn(), null, SeparateRegister.NEVER);
    }

    private Opened event(Command command, Business business, OperatorTenureId tenure) {
        Opening opening = command.opening();
        return new Opened(
                time.newChangeId(),
                business.particulars().uscc(),
                opening.name(),
                opening.entityType(),
                opening.establishedOn(),
                opening.premises(),
                opening.scope(),
                opening.industry(),
                opening.onlineOnly(),
                opening.registrar(),
                tenure,
                opening.operator().person().name(),
                Sealed.under(
                        tenure, Audience.OPERATOR_IDENTITY, opening.operator().person()),
                refs.of(tenure, opening.operator().person().residentId()),
                command.initialLoad());
    }

    private static Household household(Opening opening) {
        return opening.entityType() == EntityType.INDIVIDUAL_FAMILY
                ? Household.family(opening.operator(), opening.family())
                : Household.of(opening.operator());
    }
}
