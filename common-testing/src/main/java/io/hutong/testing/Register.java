package io.hutong.testing;

import io.hutong.events.AbnormalGround;
import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.Audience;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.OperatorRefs;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.Regime;
import io.hutong.events.Registrar;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.ScopeItem;
import io.hutong.events.Sealed;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The register as those see it who read its topic: it states events about businesses that never existed. */
public final class Register implements AutoCloseable {
    public static final DivisionCode COUNTY = DivisionCode.of("620702");
    public static final DivisionCode TOWNSHIP = DivisionCode.of("620702102");
    private static final AtomicInteger NUMBER = new AtomicInteger(500);

    public final StreamFixture stream = StreamFixture.of("registration");

    /** One business. */
    public record Business(BizId id, UnifiedSocialCreditCode uscc, OperatorTenureId tenure) {}

    /** A business of the county whose premises are in Daman township. */
    public Business opened() {
        return opened(COUNTY, TOWNSHIP);
    }

    public Business opened(DivisionCode registrar, DivisionCode premises) {
        Business business = business(registrar);
        stream.publish(business.id(), opening(business, registrar, premises));
        return business;
    }

    /** A business of the county that has traded since that day. */
    public Business opened(LocalDate establishedOn) {
        Business business = business(COUNTY);
        stream.publish(business.id(), opening(business, COUNTY, TOWNSHIP, establishedOn));
        return business;
    }

    public static Business business(DivisionCode registrar) {
        int n = NUMBER.incrementAndGet();
        return new Business(
                new BizId(UUID.randomUUID()),
                UnifiedSocialCreditCode.synthetic(registrar, n),
                new OperatorTenureId(UUID.randomUUID()));
    }

    public static RegistrationEvent opening(Business business, DivisionCode registrar, DivisionCode premises) {
        return opening(business, registrar, premises, LocalDate.of(2020, 5, 6));
    }

    public static RegistrationEvent opening(
            Business business, DivisionCode registrar, DivisionCode premises, LocalDate establishedOn) {
        var person = new PersonIdentity("王老板", ResidentId.synthetic(COUNTY, NUMBER.get()), "甘州区北街1号", "13809361234");
        return new RegistrationEvent.Opened(
                change(),
                business.uscc(),
                "张掖市甘州区老王面馆（个体工商户）",
                EntityType.INDIVIDUAL_PERSON,
                establishedOn,
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

    public static RegistrationEvent moved(Business business, DivisionCode to) {
        return new RegistrationEvent.Changed(
                change(),
                business.uscc(),
                ChangedFacts.of(null, null, List.of(address(TOWNSHIP))),
                ChangedFacts.of(null, null, List.of(address(to))),
                true);
    }

    public static RegistrationEvent renamed(Business business, String name) {
        return new RegistrationEvent.Changed(
                change(),
                business.uscc(),
                ChangedFacts.of("张掖市甘州区老王面馆（个体工商户）", null, null),
                ChangedFacts.of(name, null, null),
                true);
    }

    public static RegistrationEvent passed(Business business, OperatorTenureId to) {
        var person = new PersonIdentity("李接手", ResidentId.synthetic(COUNTY, NUMBER.get()), "甘州区北街2号", "13809364321");
        return new RegistrationEvent.OperatorChanged(
                change(),
                business.uscc(),
                OperatorChangeKind.FAMILY_INTERNAL,
                Regime.POST_SYNC,
                business.tenure(),
                to,
                "王老板",
                person.name(),
                Sealed.under(to, Audience.OPERATOR_IDENTITY, person),
                refs(to),
                null,
                List.of());
    }

    public static RegistrationEvent operatorRenamed(Business business) {
        var person = new PersonIdentity("王新名", ResidentId.synthetic(COUNTY, NUMBER.get()), "甘州区北街1号", "13809361234");
        return new RegistrationEvent.OperatorRenamed(
                change(),
                business.uscc(),
                business.tenure(),
                "王老板",
                person.name(),
                Sealed.under(business.tenure(), Audience.OPERATOR_IDENTITY, person));
    }

    public static RegistrationEvent suspended(Business business) {
        return new RegistrationEvent.Suspended(
                change(), business.uscc(), LocalDate.of(2030, 1, 31), address(TOWNSHIP), "自主决定");
    }

    public static RegistrationEvent resumed(Business business) {
        return new RegistrationEvent.Resumed(change(), business.uscc(), false);
    }

    public static RegistrationEvent deregistered(Business business) {
        return new RegistrationEvent.Deregistered(
                change(), business.uscc(), "不再经营", null, DeregistrationProcedure.SIMPLE);
    }

    /** Annuls what brought the business here: it trades again, there and under that tenure. */
    public static RegistrationEvent annulled(Business business, DivisionCode back, OperatorTenureId tenure) {
        return new RegistrationEvent.Annulled(
                change(),
                business.uscc(),
                change(),
                ChangeKind.FACTS,
                "甘市监撤〔2026〕1号",
                LocalDate.of(2026, 1, 5),
                new RegistrationEvent.Restored(
                        BusinessStatus.ACTIVE,
                        "张掖市甘州区老王面馆（个体工商户）",
                        List.of(new ScopeItem("G1", "餐饮服务")),
                        List.of(address(back)),
                        tenure,
                        "王老板",
                        null));
    }

    /** Annuls the registration as a whole. */
    public static RegistrationEvent annulled(Business business, BusinessStatus after) {
        return new RegistrationEvent.Annulled(
                change(),
                business.uscc(),
                change(),
                ChangeKind.OPENING,
                "甘市监撤〔2026〕2号",
                LocalDate.of(2026, 1, 5),
                new RegistrationEvent.Restored(
                        after,
                        "张掖市甘州区老王面馆（个体工商户）",
                        List.of(new ScopeItem("G1", "餐饮服务")),
                        List.of(address(TOWNSHIP)),
                        business.tenure(),
                        "王老板",
                        null));
    }

    public static RegistrationEvent clearanceAsked(Business business) {
        return new RegistrationEvent.ClearanceRequested(
                change(), business.uscc(), CertificatePurpose.OPERATOR_CHANGE, business.tenure());
    }

    public static RegistrationEvent withdrawn(Business business) {
        return new RegistrationEvent.ApplicationWithdrawn(change(), business.uscc(), "申请人撤回");
    }

    /** Asks the township whether the premises are there. */
    public static RegistrationEvent asking(Business business, LocalDate dueOn) {
        return new RegistrationEvent.PremisesVerificationRequested(
                business.uscc(), address(TOWNSHIP), Agency.TOWN, dueOn);
    }

    /** Puts the business into the separate register. */
    public static RegistrationEvent separated(Business business) {
        return new RegistrationEvent.SeparateRegistered(
                business.uscc(),
                LocalDate.of(2026, 7, 2),
                new AbnormalEntryId(UUID.randomUUID()),
                AbnormalGround.ABN_UNREACHABLE);
    }

    /** Takes it out again: it is in that status. */
    public static RegistrationEvent restored(Business business, BusinessStatus status) {
        return new RegistrationEvent.RestoredToRegister(
                business.uscc(), LocalDate.of(2026, 7, 2), LocalDate.of(2026, 9, 20), status);
    }

    public static RegistrationEvent settled(String eventId) {
        return new RegistrationEvent.AgencyEventSettled(
                EventId.of(eventId), RegistrationEvent.AgencyEventSettled.Outcome.APPLIED, null);
    }

    public RawEvent ask(Business business, LocalDate dueOn) {
        return stream.publish(business.id(), asking(business, dueOn));
    }

    public RawEvent applied(Business business, String eventId) {
        return stream.publish(business.id(), settled(eventId));
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
