package io.hutong.contract;

import io.hutong.events.AbnormalGround;
import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.AmountBand;
import io.hutong.events.Audience;
import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.CreditEvent;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.Document;
import io.hutong.events.DomainEvent;
import io.hutong.events.EntityType;
import io.hutong.events.ExchangeEvent;
import io.hutong.events.FilingChannel;
import io.hutong.events.Industry;
import io.hutong.events.ObjectionResult;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.OperatorRefs;
import io.hutong.events.Origin;
import io.hutong.events.PenaltyEnd;
import io.hutong.events.PenaltyFall;
import io.hutong.events.PenaltyKind;
import io.hutong.events.ProfileLayer;
import io.hutong.events.Regime;
import io.hutong.events.Registrar;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RepairDecision;
import io.hutong.events.RepairTarget;
import io.hutong.events.ReportChannel;
import io.hutong.events.ScopeItem;
import io.hutong.events.Sealed;
import io.hutong.events.SeriousGround;
import io.hutong.events.Severity;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxKind;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.DemandId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.identity.ReportId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One example of every event with every field filled, about a noodle shop that never existed. */
final class GoldenEvents {
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");
    private static final UnifiedSocialCreditCode USCC = UnifiedSocialCreditCode.synthetic(GANZHOU, 2);
    private static final ChangeId CHANGE = ChangeId.of("019ab3c0-0000-7000-8000-00000000c001");
    private static final ChangeId EARLIER = ChangeId.of("019ab3c0-0000-7000-8000-00000000c000");
    private static final CertificateId CERTIFICATE = CertificateId.of("019ab3c0-0000-7000-8000-00000000ce01");
    private static final OperatorTenureId TENURE = OperatorTenureId.of("019ab3c0-0000-7000-8000-00000000a001");
    private static final OperatorTenureId NEXT = OperatorTenureId.of("019ab3c0-0000-7000-8000-00000000a002");
    private static final String NAME = "张掖市甘州区东街顺和面馆（个体工商户）";
    private static final Address PREMISES =
            new Address(DivisionCode.of("620702001005"), "县府街18号1层102室", Address.Kind.PHYSICAL);
    private static final Address SHOP_PAGE = new Address(GANZHOU, "某平台店铺“顺和面馆”", Address.Kind.ONLINE);
    private static final List<ScopeItem> NOODLES = List.of(new ScopeItem("L2201", "小餐饮"));
    private static final List<ScopeItem> NOODLES_AND_BREAD =
            List.of(new ScopeItem("L2201", "小餐饮"), new ScopeItem("G1105", "食用农产品零售"));
    private static final String RULES = "tax-gate/2024-09";

    private GoldenEvents() {}

    static List<DomainEvent> all() {
        return Stream.<Stream<DomainEvent>>of(
                        openings(),
                        changes(),
                        endings(),
                        separateRegister(),
                        toAgencies(),
                        receipts(),
                        clearances(),
                        arrears(),
                        credit(),
                        objections(),
                        penalties(),
                        repairs(),
                        ofAgencies())
                .flatMap(events -> events)
                .toList();
    }

    private static Stream<DomainEvent> openings() {
        return Stream.of(new RegistrationEvent.Opened(
                EARLIER,
                USCC,
                NAME,
                EntityType.INDIVIDUAL_PERSON,
                LocalDate.of(2019, 5, 6),
                List.of(PREMISES, SHOP_PAGE),
                NOODLES,
                new Industry("H", "6210"),
                false,
                new Registrar("张掖市甘州区市场监督管理局", GANZHOU),
                TENURE,
                "赵一",
                sealed("registration", TENURE, Audience.OPERATOR_IDENTITY, 160),
                refs(TENURE),
                false));
    }

    private static Stream<DomainEvent> changes() {
        return Stream.of(
                new RegistrationEvent.Changed(
                        CHANGE,
                        USCC,
                        new ChangedFacts("张掖市甘州区顺和面馆（个体工商户）", NOODLES, List.of(SHOP_PAGE), false),
                        new ChangedFacts(NAME, NOODLES_AND_BREAD, List.of(PREMISES, SHOP_PAGE), false),
                        true),
                new RegistrationEvent.OperatorChanged(
                        CHANGE,
                        USCC,
                        OperatorChangeKind.INTER_VIVOS,
                        Regime.PRE_CLEARANCE,
                        TENURE,
                        NEXT,
                        "赵一",
                        "钱二",
                        sealed("registration", NEXT, Audience.OPERATOR_IDENTITY, 160),
                        refs(NEXT),
                        CERTIFICATE,
                        List.of(new Document(
                                Document.Type.PROMISE, HexFormat.of().formatHex(digest("promise"))))),
                new RegistrationEvent.OperatorRenamed(
                        CHANGE,
                        USCC,
                        TENURE,
                        "赵一",
                        "赵壹",
                        sealed("registration", TENURE, Audience.OPERATOR_IDENTITY, 160)),
                new RegistrationEvent.ClearanceRequested(CHANGE, USCC, CertificatePurpose.OPERATOR_CHANGE, TENURE),
                new RegistrationEvent.ApplicationWithdrawn(CHANGE, USCC, "双方不再转让"));
    }

    private static Stream<DomainEvent> endings() {
        return Stream.of(
                new RegistrationEvent.Suspended(CHANGE, USCC, LocalDate.of(2027, 11, 30), PREMISES, "自主决定"),
                new RegistrationEvent.Resumed(CHANGE, USCC, true),
                new RegistrationEvent.Deregistered(
                        CHANGE, USCC, "经营者自愿停止经营", CERTIFICATE, DeregistrationProcedure.ORDINARY),
                new RegistrationEvent.Annulled(
                        CHANGE,
                        USCC,
                        EARLIER,
                        ChangeKind.OPERATOR,
                        "甘市监撤字〔2026〕3号",
                        LocalDate.of(2026, 11, 2),
                        new RegistrationEvent.Restored(
                                BusinessStatus.SUSPENDED,
                                NAME,
                                NOODLES,
                                List.of(PREMISES),
                                TENURE,
                                "赵一",
                                LocalDate.of(2027, 11, 30))));
    }

    private static Stream<DomainEvent> separateRegister() {
        LocalDate since = LocalDate.of(2028, 7, 2);
        return Stream.of(
                new RegistrationEvent.SeparateRegistered(
                        USCC,
                        since,
                        AbnormalEntryId.of("019ab3c0-0000-7000-8000-00000000ab01"),
                        AbnormalGround.ABN_REPORT),
                new RegistrationEvent.RestoredToRegister(
                        USCC, since, LocalDate.of(2028, 9, 20), BusinessStatus.SUSPENDED));
    }

    private static Stream<DomainEvent> toAgencies() {
        return Stream.of(
                new RegistrationEvent.PremisesVerificationRequested(
                        USCC, PREMISES, Agency.TOWN, LocalDate.of(2026, 12, 1)),
                new RegistrationEvent.AgencyEventSettled(
                        EventId.of("019ab3c0-0000-7000-8000-00000000e001"),
                        RegistrationEvent.AgencyEventSettled.Outcome.REFUSED,
                        "permit.unknown"));
    }

    private static Stream<DomainEvent> ofAgencies() {
        LocalDate from = LocalDate.of(2026, 11, 24);
        LocalDate to = LocalDate.of(2031, 11, 23);
        Origin housing = origin("HUD-620702", "JZ-2026-000815");
        return Stream.of(
                new ExchangeEvent.PermitGranted(housing, "BUILDING_WORKS", "甘建许〔2026〕15号", Agency.HUD, from, to),
                new ExchangeEvent.PermitChanged(
                        housing, "BUILDING_WORKS", "甘建许〔2026〕15号", Agency.HUD, from, to, LocalDate.of(2027, 3, 1)),
                new ExchangeEvent.PermitEnded(
                        housing,
                        "BUILDING_WORKS",
                        "甘建许〔2026〕15号",
                        LocalDate.of(2027, 6, 1),
                        ExchangeEvent.PermitEnded.Reason.SURRENDERED),
                new ExchangeEvent.PremisesVerified(
                        origin("TOWN-620702001", "a7"), ExchangeEvent.PremisesVerified.Result.VERIFIED, from),
                new ExchangeEvent.EligibilityAnswered(
                        origin("VET-620702", "2026-11-24/3"),
                        ExchangeEvent.EligibilityAnswered.Matter.STATUS,
                        from,
                        sealed("exchange", TENURE, Audience.ELIGIBILITY, 45)));
    }

    private static Origin origin(String agency, String id) {
        return new Origin(AgencyCode.of(agency), "/agencies/" + agency, id);
    }

    private static Stream<DomainEvent> receipts() {
        return Stream.of(
                new TaxEvent.ChangeReceived(CHANGE),
                new TaxEvent.ChangeCompleted(
                        CHANGE,
                        TaxEvent.ChangeCompleted.Mode.AFTER_CLEARANCE,
                        1,
                        Instant.parse("2026-11-24T08:00:01.000007Z")),
                new TaxEvent.ChangeHeld(CHANGE, blocks(), items(), RULES),
                new TaxEvent.ChangeRefused(CHANGE, TaxEvent.ChangeRefused.Reason.ANNULLED, "变更已被撤销"),
                new TaxEvent.StatusChanged(TaxEvent.StatusChanged.Status.NON_NORMAL, LocalDate.of(2026, 11, 24)));
    }

    private static Stream<DomainEvent> clearances() {
        return Stream.of(
                new TaxEvent.ClearanceIssued(
                        CHANGE,
                        CERTIFICATE,
                        CertificatePurpose.OPERATOR_CHANGE,
                        TENURE,
                        LocalDate.of(2026, 12, 24),
                        TaxEvent.ClearanceIssued.Basis.CLEARED),
                new TaxEvent.ClearanceHeld(CHANGE, blocks(), items(), RULES),
                new TaxEvent.ClearanceRefused(CHANGE, TaxEvent.OFFICER_DECISION),
                new TaxEvent.ClearanceRevoked(CHANGE, CERTIFICATE, TaxEvent.OFFICER_DECISION));
    }

    private static Stream<DomainEvent> arrears() {
        ArrearsAnnouncementId announcement = ArrearsAnnouncementId.of("019ab3c0-0000-7000-8000-00000000aa01");
        return Stream.of(
                new TaxEvent.ArrearsAnnounced(
                        announcement,
                        USCC,
                        TENURE,
                        TaxKind.VAT,
                        1_280_050L,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 6, 10),
                        "甘税欠告〔2026〕6号",
                        "甘州区税务局办税服务厅公告栏",
                        List.of(announcement)),
                new TaxEvent.ArrearsAnnouncementCleared(
                        announcement,
                        USCC,
                        TENURE,
                        TaxEvent.ArrearsAnnouncementCleared.Reason.PAID,
                        LocalDate.of(2026, 7, 2),
                        List.of(ArrearsAnnouncementId.of("019ab3c0-0000-7000-8000-00000000aa02"))),
                new TaxEvent.ArrearsRestated(USCC, List.of(announcement)));
    }

    private static Stream<DomainEvent> credit() {
        AbnormalEntryId entry = AbnormalEntryId.of("019ab3c0-0000-7000-8000-00000000ab01");
        ConsentId consent = ConsentId.of("019ab3c0-0000-7000-8000-00000000ce01");
        return Stream.of(
                new CreditEvent.AnnualReportSubmitted(
                        ReportId.of("019ab3c0-0000-7000-8000-0000000000a1"),
                        USCC,
                        2025,
                        1,
                        true,
                        ReportChannel.ONLINE,
                        true),
                new CreditEvent.AbnormalListed(
                        entry,
                        USCC,
                        AbnormalGround.ABN_REPORT,
                        2025,
                        "甘市监异字〔2026〕1号",
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2027, 6, 30)),
                new CreditEvent.AbnormalRemoved(
                        entry,
                        USCC,
                        AbnormalGround.ABN_REPORT,
                        2025,
                        CreditEvent.AbnormalRemoved.Mode.AUTO_REPAIR,
                        "甘市监异移字〔2026〕1号",
                        LocalDate.of(2026, 8, 3),
                        true),
                new CreditEvent.AbnormalPublicationEnded(entry, USCC, LocalDate.of(2026, 10, 1), "XCN"),
                new CreditEvent.AnnualReportReminderDue(USCC, 2025, 2, LocalDate.of(2026, 6, 30)),
                new CreditEvent.AnnualReportWindowOpened(
                        2025, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), "credit.annual-report/2025.1"),
                new CreditEvent.ConsentGranted(
                        consent,
                        USCC,
                        TENURE,
                        sealed("credit", TENURE, Audience.SHARING_DETAIL, 90),
                        LocalDate.of(2026, 8, 3),
                        LocalDate.of(2027, 8, 2)),
                new CreditEvent.ConsentEnded(
                        consent,
                        USCC,
                        TENURE,
                        sealed("credit", TENURE, Audience.SHARING_DETAIL, 90),
                        CreditEvent.ConsentEnded.Why.WITHDRAWN),
                new CreditEvent.ProfileUpdated(USCC, ProfileLayer.L0, List.of("operatorName", "premises"), 7),
                new CreditEvent.ProfileAccessed(USCC, TENURE, sealed("credit", TENURE, Audience.SHARING_DETAIL, 160)),
                new CreditEvent.FinancingDemandRegistered(
                        DemandId.of("019ab3c0-0000-7000-8000-00000000fd01"),
                        USCC,
                        TENURE,
                        sealed("credit", TENURE, Audience.SHARING_DETAIL, 110)));
    }

    private static Stream<DomainEvent> objections() {
        ObjectionId objection = ObjectionId.of("019ab3c0-0000-7000-8000-00000000ab11");
        AbnormalEntryId entry = AbnormalEntryId.of("019ab3c0-0000-7000-8000-00000000ab01");
        return Stream.of(
                new CreditEvent.SeparateRegisterDue(entry, USCC, LocalDate.of(2026, 7, 1), LocalDate.of(2028, 7, 2)),
                new CreditEvent.ObjectionFiled(objection, USCC, entry, FilingChannel.ONLINE, LocalDate.of(2026, 7, 20)),
                new CreditEvent.ObjectionDecided(
                        objection, USCC, entry, ObjectionResult.UPHELD, LocalDate.of(2026, 8, 3)),
                new CreditEvent.PublicationObjectionFiled(
                        objection,
                        USCC,
                        RepairTarget.PENALTY,
                        RepairTargetId.of("019ab3c0-0000-7000-8000-00000000ab21"),
                        FilingChannel.XCN,
                        LocalDate.of(2026, 7, 20)),
                new CreditEvent.PublicationObjectionDecided(
                        objection,
                        USCC,
                        RepairTarget.PENALTY,
                        RepairTargetId.of("019ab3c0-0000-7000-8000-00000000ab21"),
                        ObjectionResult.UPHELD,
                        LocalDate.of(2026, 8, 3)));
    }

    private static Stream<DomainEvent> penalties() {
        PenaltyId penalty = PenaltyId.of("019ab3c0-0000-7000-8000-00000000ab21");
        SeriousEntryId entry = SeriousEntryId.of("019ab3c0-0000-7000-8000-00000000ab31");
        LocalDate decided = LocalDate.of(2026, 4, 1);
        return Stream.of(
                new CreditEvent.PenaltyPublished(
                        penalty,
                        USCC,
                        PenaltyKind.FINE,
                        Severity.GENERAL,
                        AmountBand.LARGE,
                        "甘市监处罚〔2026〕1号",
                        decided,
                        LocalDate.of(2026, 4, 8),
                        LocalDate.of(2027, 4, 8)),
                new CreditEvent.PenaltyPublicationEnded(penalty, USCC, PenaltyEnd.REPAIRED, LocalDate.of(2026, 8, 3)),
                new CreditEvent.PenaltyWithdrawn(penalty, USCC, PenaltyFall.ANNULLED, LocalDate.of(2026, 8, 3)),
                new CreditEvent.SeriousListed(
                        entry,
                        USCC,
                        SeriousGround.SAFETY,
                        penalty,
                        "甘市监严列字〔2026〕1号",
                        decided,
                        LocalDate.of(2029, 4, 2)),
                new CreditEvent.SeriousRemoved(
                        entry, USCC, CreditEvent.SeriousRemoved.Mode.REPAIRED, LocalDate.of(2027, 4, 12), true),
                new CreditEvent.SeriousListingRevoked(entry, USCC, LocalDate.of(2026, 8, 3), false));
    }

    private static Stream<DomainEvent> repairs() {
        RepairId repair = RepairId.of("019ab3c0-0000-7000-8000-00000000ab41");
        RepairTargetId target = RepairTargetId.of("019ab3c0-0000-7000-8000-00000000ab21");
        return Stream.of(
                new CreditEvent.RepairRequested(
                        repair, USCC, RepairTarget.PENALTY, target, FilingChannel.DESK, LocalDate.of(2026, 7, 20)),
                new CreditEvent.RepairDecided(
                        repair,
                        USCC,
                        RepairTarget.PENALTY,
                        target,
                        RepairDecision.FALSE_MATERIAL,
                        LocalDate.of(2026, 7, 27),
                        LocalDate.of(2029, 7, 27)),
                new CreditEvent.RepairApplied(repair, USCC, "GSX", Instant.parse("2026-07-27T08:00:01.000007Z")));
    }

    private static List<Block> blocks() {
        return List.of(new Block(Block.Class.BEHIND_EARLIER, 1, EARLIER), new Block(Block.Class.PAY, 2));
    }

    private static Sealed<BlockingItem.Items> items() {
        return sealed("tax", TENURE, Audience.TAX_DETAIL, 240);
    }

    private static OperatorRefs refs(OperatorTenureId tenure) {
        return new OperatorRefs(
                sealed("registration", tenure, Audience.PERSON_REF_TAX, 45),
                sealed("registration", tenure, Audience.PERSON_REF_CREDIT, 45),
                sealed("registration", tenure, Audience.PERSON_REF_SUBSIDY, 45),
                sealed("registration", tenure, Audience.PERSON_REF_EXCHANGE, 45));
    }

    /** Right in form; the cipher text is none, for the contract has no keys. */
    private static <T> Sealed<T> sealed(String producer, OperatorTenureId tenure, Audience audience, int length) {
        String kid = producer + ":" + tenure + ":" + audience;
        byte[] noise = new byte[length + 16];
        for (int at = 0; at < noise.length; at += 32) {
            byte[] block = digest(kid + at);
            System.arraycopy(block, 0, noise, at, Math.min(block.length, noise.length - at));
        }
        return new Sealed.Closed<>(kid, "A256GCM", Arrays.copyOf(digest(kid), 12), noise, "");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
