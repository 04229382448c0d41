package io.hutong.exchange;

import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.Audience;
import io.hutong.events.ChangedFacts;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.OperatorRefs;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.Registrar;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.ScopeItem;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.RawEvent;
import io.hutong.testing.StreamFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The register as the exchange sees it. */
final class Register implements AutoCloseable {
    static final DivisionCode COUNTY = DivisionCode.of("620702");
    static final DivisionCode TOWNSHIP = DivisionCode.of("620702102");
    private static final AtomicInteger NUMBER = new AtomicInteger(500);

    final StreamFixture stream = StreamFixture.of("registration");

    /** One business. */
    record Business(BizId id, UnifiedSocialCreditCode uscc, OperatorTenureId tenure) {}

    /** A business of the county whose premises are in Daman township. */
    Business opened() {
        return opened(COUNTY, TOWNSHIP);
    }

    Business opened(DivisionCode registrar, DivisionCode premises) {
        Business business = business(registrar);
        stream.publish(business.id(), opening(business, registrar, premises));
        return business;
    }

    static Business business(DivisionCode registrar) {
        int n = NUMBER.incrementAndGet();
        return new Business(
                new BizId(UUID.randomUUID()),
                UnifiedSocialCreditCode.synthetic(registrar, n),
                new OperatorTenureId(UUID.randomUUID()));
    }

    static RegistrationEvent opening(Business business, DivisionCode registrar, DivisionCode premises) {
        var person = new PersonIdentity("王老板", ResidentId.synthetic(COUNTY, NUMBER.get()), "甘州区北街1号", "13809361234");
        return new RegistrationEvent.Opened(
                change(),
                business.uscc(),
                "张掖市甘州区老王面馆（个体工商户）",
                EntityType.INDIVIDUAL_PERSON,
                LocalDate.of(2020, 5, 6),
                List.of(address(premises)),
                List.of(new ScopeItem("G1", "餐饮服务")),
                new Industry("H", "6210"),
                false,
                new Registrar("甘州区市场监管局", registrar),
                business.tenure(),
                person.name(),
                Sealed.under(business.tenure(), Audience.OPERATOR_IDENTITY, person),
                refs(business.tenure()),
                false);
    }

    static RegistrationEvent moved(Business business, DivisionCode to) {
        return new RegistrationEvent.Changed(
                change(),
                business.uscc(),
                ChangedFacts.of(null, null, List.of(address(TOWNSHIP))),
                ChangedFacts.of(null, null, List.of(address(to))),
                true);
    }

    /** Asks the township whether the premises are there. */
    RawEvent ask(Business business, LocalDate dueOn) {
        return stream.publish(
                business.id(),
                new RegistrationEvent.PremisesVerificationRequested(
                        business.uscc(), address(TOWNSHIP), Agency.TOWN, dueOn));
    }

    RawEvent applied(Business business, String eventId) {
        return stream.publish(
                business.id(),
                new RegistrationEvent.AgencyEventSettled(
                        EventId.of(eventId), RegistrationEvent.AgencyEventSettled.Outcome.APPLIED, null));
    }

    private static Address address(DivisionCode division) {
        return new Address(division, "南街1号", Address.Kind.PHYSICAL);
    }

    private static ChangeId change() {
        return new ChangeId(UUID.randomUUID());
    }

    private static OperatorRefs refs(OperatorTenureId tenure) {
        return new OperatorRefs(
                ref(tenure, Audience.PERSON_REF_TAX),
                ref(tenure, Audience.PERSON_REF_CREDIT),
                ref(tenure, Audience.PERSON_REF_SUBSIDY),
                ref(tenure, Audience.PERSON_REF_EXCHANGE));
    }

    private static Sealed<PersonRef> ref(OperatorTenureId tenure, Audience audience) {
        return Sealed.under(tenure, audience, PersonRef.of(audience.name() + "-" + UUID.randomUUID()));
    }

    @Override
    public void close() {
        stream.close();
    }
}
