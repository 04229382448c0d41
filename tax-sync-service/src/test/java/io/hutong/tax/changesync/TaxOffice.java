package io.hutong.tax.changesync;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.DomainEvent;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.Registrar;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.ScopeItem;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.Position;
import io.hutong.messaging.UuidV7;
import io.hutong.tax.clearance.AssessByFacts;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.clearance.CertificateTerms;
import io.hutong.tax.clearance.ChangeLineTable;
import io.hutong.tax.clearance.ClearanceGate;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.DecideClearance;
import io.hutong.tax.clearance.KeepCertificates;
import io.hutong.tax.clearance.RedeemCertificate;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactLog;
import io.hutong.tax.fact.FactStatement;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.fact.LoadFacts;
import io.hutong.tax.fact.RecordFacts;
import io.hutong.tax.fact.RecordSystemFacts;
import io.hutong.tax.fact.StateFact;
import io.hutong.tax.fact.TaxFact;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Operator;
import io.hutong.tax.taxpayer.Standing;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.time.LegalTime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole core of the tax service around one business, with everything in memory. */
final class TaxOffice {
    private static final DivisionCode COUNTY = DivisionCode.of("620702");

    final BizId biz = new BizId(UUID.randomUUID());
    final OperatorTenureId tenureA = tenure();
    final List<TaxEvent> said = new ArrayList<>();
    final MemoryTaxpayers taxpayers = new MemoryTaxpayers();
    final MemoryTaxpayers.MemoryTenures tenures = new MemoryTaxpayers.MemoryTenures();
    final MemoryTaxpayers.MemoryDivergences divergences = new MemoryTaxpayers.MemoryDivergences();
    final MemoryTaxChanges changes = new MemoryTaxChanges();
    final MemoryClearance requests = new MemoryClearance();
    final List<TaxFact> facts = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private long place;

    final TakeChange take;
    final AssessClearance clearance;
    final LineBefore before;
    final DecideClearance decideClearance;
    final DecideHeldChange decide;
    final LoadFacts loadFacts;
    private final ReevaluateAll reevaluateAll;
    final StateFact state;
    private final Outbox outbox = new MemoryOutbox();
    private final Clock clock = new MovableClock();

    TaxOffice() {
        this(ChangeLineTable.bundled());
    }

    TaxOffice(ChangeLineTable table) {
        UuidV7 ids = UUID::randomUUID;
        FactLog log = new MemoryFactLog();
        AssessByFacts gate = new AssessByFacts(log, ClearanceGate.bundled(), Object::toString, clock);
        RedeemCertificate redeem = new RedeemCertificate(requests.certificates, clock);
        KeepCertificates certificates =
                new KeepCertificates(requests.certificates, CertificateTerms.bundled(), ids, clock);
        LineRules lineRules = new TableLineRules(table, clock);
        before = new LineBefore(changes, lineRules);
        clearance = new AssessClearance(requests, certificates, taxpayers, gate, before, clock);
        decideClearance = new DecideClearance(requests, requests.certificates, clearance, outbox, clock);
        ChangeLine line = new ChangeLine(
                changes,
                taxpayers,
                new JudgeChange(lineRules, gate, redeem),
                new ApplyChange(taxpayers, tenures, new RecordSystemFacts(log, ids, clock)),
                redeem,
                clock);
        ActOnLine act = new ActOnLine(changes, line, lineRules);
        AnnulChange annul = new AnnulChange(
                changes,
                taxpayers,
                act,
                new RestoreTaxpayer(changes, taxpayers, tenures, divergences, log, clock),
                new SettleFollowers(changes, line, clock),
                clearance,
                clock);
        take = new TakeChange(changes, line, act, annul, clearance, redeem);
        Reevaluate reevaluate = new Reevaluate(changes, requests, line, clearance);
        decide = new DecideHeldChange(changes, line, reevaluate, clearance, outbox, clock);
        reevaluateAll = new ReevaluateAll(changes, requests, new ReevaluateBusiness(reevaluate, outbox, clock));
        RecordFacts record = new RecordFacts(log, taxpayers, ids, clock);
        state = new StateFact(taxpayers, tenures, record, reevaluate, outbox, clock);
        loadFacts = new LoadFacts(taxpayers, tenures, record, reevaluate, outbox, clock);
    }

    void night() {
        try {
            reevaluateAll.handle(() -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- what the register says

    ChangeId opened() {
        return take(new Content.Opening(taxpayerOfA(), new Operator("甲", null, null), false));
    }

    ChangeId loaded() {
        return take(new Content.Opening(taxpayerOfA(), new Operator("甲", null, null), true));
    }

    ChangeId named(String name) {
        return take(new Content.NewFacts(ChangedFacts.of(name, null, null), null));
    }

    ChangeId passed(OperatorTenureId from, OperatorTenureId to, String operator) {
        return take(new Content.NewOperator(
                OperatorChangeKind.FAMILY_INTERNAL,
                Regime.POST_SYNC,
                from,
                to,
                new Operator(operator, null, null),
                null));
    }

    ChangeId passedWith(
            @Nullable CertificateId certificate,
            ChangeId id,
            OperatorTenureId from,
            OperatorTenureId to,
            String operator) {
        return take(
                id,
                new Content.NewOperator(
                        OperatorChangeKind.INTER_VIVOS,
                        Regime.PRE_CLEARANCE,
                        from,
                        to,
                        new Operator(operator, null, null),
                        certificate));
    }

    ChangeId renamed(OperatorTenureId tenure, String operator) {
        return take(new Content.NewOperatorName(tenure, new Operator(operator, null, null)));
    }

    ChangeId suspended(LocalDate until) {
        return take(new Content.Notice(ChangeKind.SUSPENSION, BusinessStatus.SUSPENDED, until));
    }

    ChangeId resumed() {
        return take(new Content.Notice(ChangeKind.RESUMPTION, BusinessStatus.ACTIVE, null));
    }

    ChangeId unnamed() {
        return take(new Content.NewFacts(new ChangedFacts(null, null, null, true), true));
    }

    ChangeId scoped(ScopeItem... items) {
        return take(new Content.NewFacts(ChangedFacts.of(null, List.of(items), null), null));
    }

    ChangeId deregistered() {
        return deregistered(null, null);
    }

    ChangeId deregistered(@Nullable DeregistrationProcedure procedure, @Nullable CertificateId certificate) {
        return take(new Content.Departure(certificate, procedure, false));
    }

    ChangeId deregistered(ChangeId id, DeregistrationProcedure procedure, CertificateId certificate) {
        return take(id, new Content.Departure(certificate, procedure, false));
    }

    ChangeId annulled(ChangeId target, ChangeKind kind, Restored restored) {
        return take(new Content.Annulment(target, kind, today(), restored));
    }

    ChangeId clearanceAsked(OperatorTenureId tenure) {
        return clearanceAsked(CertificatePurpose.OPERATOR_CHANGE, tenure);
    }

    ChangeId clearanceAsked(CertificatePurpose purpose, OperatorTenureId tenure) {
        ChangeId id = new ChangeId(UUID.randomUUID());
        take.ask(ClearanceRequest.received(id, tenure, purpose, cause(), now), receipts());
        return id;
    }

    void withdrawn(ChangeId id) {
        take.withdraw(id, cause(), receipts());
    }

    Restored restored(BusinessStatus status, OperatorTenureId tenure, String operator) {
        Taxpayer taxpayer = taxpayer();
        return new Restored(status, taxpayer.name(), taxpayer.scope(), taxpayer.premises(), tenure, operator, null);
    }

    // ---- what tax knows

    void fact(OperatorTenureId tenure, FactItem item, FactValue value) {
        state.handle(
                new StateFact.Command(biz, tenure, new FactStatement(item, value, null, null, "OFFICER", today())));
    }

    /** A fact that became true without anything having been put to the rules since. */
    void factUnheard(OperatorTenureId tenure, FactItem item, FactValue value) {
        facts.add(new TaxFact(
                UUID.randomUUID(), biz, tenure, item, value, null, null, "OFFICER", today(), clock.instant()));
    }

    /** Waits for a business that tax does not have, first in the order of the night. */
    TaxChange strayBefore(TaxChange change) {
        Cause cause = change.cause();
        Cause nowhere = new Cause(
                new BizId(new UUID(0, 0)),
                cause.division(),
                cause.correlationId(),
                cause.eventId(),
                cause.occurredAt(),
                cause.effectiveAt());
        return TaxChange.arrived(new ChangeId(UUID.randomUUID()), change.content(), nowhere, 1, now);
    }

    /** Another taxpayer, of whom tax lost the record but not the code when {@code lost}. */
    UnifiedSocialCreditCode other(int serial, boolean lost) {
        Taxpayer one = taxpayerOfA();
        Taxpayer other = new Taxpayer(
                new BizId(new UUID(0, serial)),
                UnifiedSocialCreditCode.synthetic(COUNTY, serial),
                one.name(),
                one.entityType(),
                one.establishedOn(),
                one.premises(),
                one.scope(),
                one.industry(),
                one.onlineOnly(),
                one.registrar(),
                tenure(),
                one.operatorName(),
                one.registered(),
                null,
                one.standing(),
                1);
        taxpayers.add(other);
        if (lost) {
            taxpayers.lose(other.bizId());
        }
        return other.uscc();
    }

    /** Every answer is known and none stands against a change. */
    void clean(OperatorTenureId tenure) {
        for (FactItem item : FactItem.values()) {
            boolean yes = item == FactItem.EVER_HANDLED_TAX;
            fact(tenure, item, yes ? FactValue.YES : FactValue.NO);
        }
    }

    // ---- what it looks like

    Taxpayer taxpayer() {
        return taxpayers.require(biz);
    }

    TaxChange change(ChangeId id) {
        return changes.find(id).orElseThrow();
    }

    /** What tax said since the last call; when something was released is left out. */
    List<TaxEvent> heard() {
        List<TaxEvent> heard = said.stream().map(TaxOffice::untimed).toList();
        said.clear();
        return heard;
    }

    private static TaxEvent untimed(TaxEvent event) {
        return event instanceof ChangeCompleted done
                ? new ChangeCompleted(done.changeId(), done.mode(), done.followUps(), null)
                : event;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LegalTime.today(clock);
    }

    void sleep(Duration duration) {
        now = now.plus(duration);
    }

    static OperatorTenureId tenure() {
        return new OperatorTenureId(UUID.randomUUID());
    }

    private ChangeId take(Content content) {
        return take(new ChangeId(UUID.randomUUID()), content);
    }

    private ChangeId take(ChangeId id, Content content) {
        take.handle(TaxChange.arrived(id, content, cause(), ++place, now), receipts());
        return id;
    }

    private Cause cause() {
        return new Cause(biz, COUNTY, UUID.randomUUID(), new EventId(UUID.randomUUID()), now, today());
    }

    Receipts receipts() {
        return Receipts.locking(outbox, biz, clock);
    }

    private Taxpayer taxpayerOfA() {
        return new Taxpayer(
                biz,
                UnifiedSocialCreditCode.synthetic(COUNTY, 7),
                "张掖市甘州区老王面馆（个体工商户）",
                EntityType.INDIVIDUAL_FAMILY,
                today().minusYears(2),
                List.of(new Address(COUNTY, "南街1号", Address.Kind.PHYSICAL)),
                List.of(new ScopeItem("G1", "餐饮服务")),
                new Industry("H", "6210"),
                false,
                new Registrar("甘州区市场监管局", COUNTY),
                tenureA,
                "甲",
                BusinessStatus.ACTIVE,
                null,
                new Standing(Status.NORMAL, today()),
                1);
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("legal time is asked of LegalTime");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class MemoryFactLog implements FactLog {
        @Override
        public void append(List<TaxFact> more) {
            facts.addAll(more);
            sleep(Duration.ofMillis(1));
        }

        @Override
        public List<TaxFact> of(OperatorTenureId tenureId) {
            return facts.stream()
                    .filter(fact -> fact.tenureId().equals(tenureId))
                    .toList();
        }

        @Override
        public List<TaxFact> of(BizId bizId) {
            return facts.stream()
                    .sorted(Comparator.comparing(TaxFact::recordedAt).reversed())
                    .toList();
        }
    }

    private final class MemoryOutbox implements Outbox {
        @Override
        public Stream lock(BizId bizId) {
            return new Stream() {
                @Override
                public BizId bizId() {
                    return bizId;
                }

                @Override
                public Position position() {
                    return new Position(1, said.size());
                }

                @Override
                public Envelope append(DomainEvent event, EventContext context) {
                    said.add((TaxEvent) event);
                    return new Envelope(
                            new EventId(UUID.randomUUID()),
                            "/tax",
                            "type",
                            bizId,
                            URI.create("urn:x"),
                            position(),
                            null,
                            context,
                            null);
                }
            };
        }
    }
}
