package io.hutong.tax;

import io.hutong.events.AbnormalGround;
import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.Audience;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.DomainEvent;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.OperatorRefs;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.Regime;
import io.hutong.events.Registrar;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.ScopeItem;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.RawEvent;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TopicReader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The register as tax sees it: one business after another, and what tax answers about each. */
public final class Register implements AutoCloseable {
    static final DivisionCode COUNTY = DivisionCode.of("620702");
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    final StreamFixture stream = StreamFixture.of("registration");
    private final TopicReader answers = TopicReader.of("tax.events");

    /** One business, its code, and the tenure the register has now. */
    public record Business(
            BizId id,
            UnifiedSocialCreditCode uscc,
            OperatorTenureId tenure,
            ChangeId opening,
            PersonIdentity operator) {}

    public Business business() {
        int n = NUMBER.incrementAndGet();
        return new Business(
                new BizId(UUID.randomUUID()),
                UnifiedSocialCreditCode.synthetic(COUNTY, n),
                tenure(),
                change(),
                person("王老板", n));
    }

    /** Registers a business whose operator never handled tax. */
    public Business opened() {
        Business business = business();
        publish(business, opening(business, false));
        return business;
    }

    public RegistrationEvent opening(Business business, boolean initialLoad) {
        return new RegistrationEvent.Opened(
                business.opening(),
                business.uscc(),
                "张掖市甘州区老王面馆（个体工商户）",
                EntityType.INDIVIDUAL_PERSON,
                LocalDate.of(2020, 5, 6),
                List.of(new Address(DivisionCode.of("620702001"), "南街1号", Address.Kind.PHYSICAL)),
                List.of(new ScopeItem("G1", "餐饮服务")),
                new Industry("H", "6210"),
                false,
                new Registrar("甘州区市场监管局", COUNTY),
                business.tenure(),
                business.operator().name(),
                Sealed.under(business.tenure(), Audience.OPERATOR_IDENTITY, business.operator()),
                refs(business.tenure(), business.operator()),
                initialLoad);
    }

    public RegistrationEvent renamed(Business business, ChangeId change, String name) {
        return new RegistrationEvent.Changed(
                change, business.uscc(), ChangedFacts.of("旧名", null, null), ChangedFacts.of(name, null, null), true);
    }

    public RegistrationEvent scoped(Business business, ChangeId change, ScopeItem... items) {
        return new RegistrationEvent.Changed(
                change,
                business.uscc(),
                ChangedFacts.of(null, List.of(new ScopeItem("G1", "餐饮服务")), null),
                ChangedFacts.of(null, List.of(items), null),
                true);
    }

    public RegistrationEvent passed(
            Business business,
            ChangeId change,
            OperatorTenureId from,
            OperatorTenureId to,
            Regime regime,
            @Nullable CertificateId certificate) {
        PersonIdentity next = person("李接手", NUMBER.incrementAndGet());
        return new RegistrationEvent.OperatorChanged(
                change,
                business.uscc(),
                regime == Regime.POST_SYNC ? OperatorChangeKind.FAMILY_INTERNAL : OperatorChangeKind.INTER_VIVOS,
                regime,
                from,
                to,
                business.operator().name(),
                next.name(),
                Sealed.under(to, Audience.OPERATOR_IDENTITY, next),
                refs(to, next),
                certificate,
                List.of());
    }

    public RegistrationEvent operatorRenamed(Business business, ChangeId change, String name) {
        PersonIdentity person = business.operator();
        PersonIdentity renamed = new PersonIdentity(name, person.residentId(), person.residence(), person.phone());
        return new RegistrationEvent.OperatorRenamed(
                change,
                business.uscc(),
                business.tenure(),
                person.name(),
                name,
                Sealed.under(business.tenure(), Audience.OPERATOR_IDENTITY, renamed));
    }

    public RegistrationEvent suspended(Business business, ChangeId change) {
        return new RegistrationEvent.Suspended(
                change,
                business.uscc(),
                LocalDate.of(2027, 1, 31),
                new Address(COUNTY, "南街1号", Address.Kind.PHYSICAL),
                "自主决定");
    }

    public RegistrationEvent resumed(Business business, ChangeId change) {
        return new RegistrationEvent.Resumed(change, business.uscc(), false);
    }

    public RegistrationEvent deregistered(Business business, ChangeId change) {
        return new RegistrationEvent.Deregistered(
                change, business.uscc(), "不再经营", null, DeregistrationProcedure.SIMPLE);
    }

    public RegistrationEvent annulled(
            Business business, ChangeId change, ChangeId target, ChangeKind kind, OperatorTenureId restored) {
        return new RegistrationEvent.Annulled(
                change,
                business.uscc(),
                target,
                kind,
                "甘市监撤〔2026〕1号",
                LocalDate.of(2026, 1, 5),
                new Restored(
                        BusinessStatus.ACTIVE,
                        "张掖市甘州区老王面馆（个体工商户）",
                        List.of(new ScopeItem("G1", "餐饮服务")),
                        List.of(new Address(DivisionCode.of("620702001"), "南街1号", Address.Kind.PHYSICAL)),
                        restored,
                        business.operator().name(),
                        null));
    }

    public RegistrationEvent clearanceAsked(Business business, ChangeId change) {
        return new RegistrationEvent.ClearanceRequested(
                change, business.uscc(), CertificatePurpose.OPERATOR_CHANGE, business.tenure());
    }

    public RegistrationEvent withdrawn(Business business, ChangeId change) {
        return new RegistrationEvent.ApplicationWithdrawn(change, business.uscc(), "申请人撤回");
    }

    public RegistrationEvent premisesAsked(Business business) {
        return new RegistrationEvent.PremisesVerificationRequested(
                business.uscc(),
                new Address(DivisionCode.of("620702001"), "南街1号", Address.Kind.PHYSICAL),
                Agency.TOWN,
                LocalDate.of(2026, 12, 1));
    }

    public RegistrationEvent separated(Business business) {
        return new RegistrationEvent.SeparateRegistered(
                business.uscc(),
                LocalDate.of(2026, 7, 2),
                new AbnormalEntryId(UUID.randomUUID()),
                AbnormalGround.ABN_REPORT);
    }

    public RegistrationEvent restored(Business business) {
        return new RegistrationEvent.RestoredToRegister(
                business.uscc(), LocalDate.of(2026, 7, 2), LocalDate.of(2026, 9, 20), BusinessStatus.ACTIVE);
    }

    public RegistrationEvent settled() {
        return new RegistrationEvent.AgencyEventSettled(
                new EventId(UUID.randomUUID()), RegistrationEvent.AgencyEventSettled.Outcome.APPLIED, null);
    }

    public RawEvent publish(Business business, DomainEvent event) {
        return stream.publish(business.id(), event);
    }

    /** What tax said about one change, in order. */
    public List<TaxEvent> answersAbout(Business business, ChangeId change) {
        return answers(business).stream()
                .filter(event -> event instanceof TaxEvent.Answer answer
                        && answer.changeId().equals(change))
                .toList();
    }

    /** Everything tax said about a business, in order; when something was released is left out. */
    public List<TaxEvent> answers(Business business) {
        return raw(business).stream()
                .map(event -> untimed((TaxEvent) stream.read(event)))
                .toList();
    }

    private static TaxEvent untimed(TaxEvent event) {
        return event instanceof TaxEvent.ChangeCompleted done
                ? new TaxEvent.ChangeCompleted(done.changeId(), done.mode(), done.followUps(), null)
                : event;
    }

    public List<RawEvent> raw(Business business) {
        return answers.of(business.id());
    }

    public static ChangeId change() {
        return new ChangeId(UUID.randomUUID());
    }

    public static OperatorTenureId tenure() {
        return new OperatorTenureId(UUID.randomUUID());
    }

    public static PersonIdentity person(String name, int n) {
        return new PersonIdentity(name, ResidentId.synthetic(COUNTY, n), "甘州区北街" + n + "号", "1380936" + (1000 + n));
    }

    @Override
    public void close() {
        stream.close();
        answers.close();
    }

    private static OperatorRefs refs(OperatorTenureId tenure, PersonIdentity person) {
        return new OperatorRefs(
                ref(tenure, Audience.PERSON_REF_TAX, person),
                ref(tenure, Audience.PERSON_REF_CREDIT, person),
                ref(tenure, Audience.PERSON_REF_SUBSIDY, person),
                ref(tenure, Audience.PERSON_REF_EXCHANGE, person));
    }

    private static Sealed<PersonRef> ref(OperatorTenureId tenure, Audience audience, PersonIdentity person) {
        return Sealed.under(
                tenure,
                audience,
                PersonRef.of(audience.name() + "-"
                        + UUID.nameUUIDFromBytes(
                                person.residentId().value().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
