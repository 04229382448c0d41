package io.hutong.credit;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.events.Block;
import io.hutong.events.EligibilityAnswer;
import io.hutong.events.ExchangeEvent;
import io.hutong.events.ExchangeEvent.PermitChanged;
import io.hutong.events.ExchangeEvent.PermitEnded;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.events.Origin;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register.Business;
import io.hutong.testing.StreamFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Departments and the tax office as credit hears them: what they state on the topics of exchange and tax. */
final class Agencies implements AutoCloseable {
    static final String HOUSING = "HUD-620702";
    static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    static final LocalDate TO = LocalDate.of(2031, 1, 4);
    static final LocalDate ANNOUNCED = LocalDate.of(2026, 6, 10);
    static final LocalDate CLEARED = LocalDate.of(2026, 7, 2);

    final StreamFixture exchange = StreamFixture.of("exchange");
    final StreamFixture tax = StreamFixture.of("tax");

    static PermitGranted granted(String no) {
        return granted(HOUSING, no, TO);
    }

    static PermitGranted granted(String agency, String no, @Nullable LocalDate to) {
        return new PermitGranted(origin(agency), "BUILDING_WORKS", no, Agency.HUD, FROM, to);
    }

    static PermitChanged changed(String no, @Nullable LocalDate to) {
        return new PermitChanged(origin(HOUSING), "BUILDING_WORKS", no, Agency.HUD, FROM, to, FROM.plusMonths(1));
    }

    static PermitEnded ended(String no) {
        return ended(no, FROM.plusMonths(2));
    }

    static PermitEnded ended(String no, LocalDate on) {
        return new PermitEnded(origin(HOUSING), "BUILDING_WORKS", no, on, PermitEnded.Reason.REVOKED);
    }

    /** Sealed for others than credit. */
    static ExchangeEvent eligible(OperatorTenureId tenure) {
        return eligible(tenure, "VETERAN");
    }

    static ExchangeEvent eligible(OperatorTenureId tenure, String status) {
        return new ExchangeEvent.EligibilityAnswered(
                origin("VET-620702"),
                ExchangeEvent.EligibilityAnswered.Matter.STATUS,
                FROM,
                Sealed.under(tenure, Audience.ELIGIBILITY, new EligibilityAnswer(status, true)));
    }

    static ArrearsAnnouncementId announcement() {
        return new ArrearsAnnouncementId(UUID.randomUUID());
    }

    /** Announced beside these, which stand already. */
    static ArrearsAnnounced announced(
            Business business, OperatorTenureId tenure, ArrearsAnnouncementId id, ArrearsAnnouncementId... before) {
        List<ArrearsAnnouncementId> standing = new ArrayList<>(List.of(before));
        standing.add(id);
        return new ArrearsAnnounced(
                id,
                business.uscc(),
                tenure,
                TaxKind.VAT,
                1_280_050L,
                LocalDate.of(2026, 3, 1),
                ANNOUNCED,
                "甘税欠告〔2026〕6号",
                "办税服务厅公告栏",
                standing);
    }

    /** Paid, while these stand. */
    static ArrearsAnnouncementCleared cleared(
            Business business, ArrearsAnnouncementId id, ArrearsAnnouncementId... standing) {
        return new ArrearsAnnouncementCleared(
                id, business.uscc(), business.tenure(), Reason.PAID, CLEARED, List.of(standing));
    }

    static TaxEvent.ArrearsRestated restated(Business business, ArrearsAnnouncementId... standing) {
        return new TaxEvent.ArrearsRestated(business.uscc(), List.of(standing));
    }

    /** What tax answers the register, and nobody at credit asked for. */
    static TaxEvent held(ChangeId change) {
        return new TaxEvent.ChangeHeld(change, List.of(new Block(Block.Class.PAY, 1)), null, "gate/1");
    }

    private static Origin origin(String agency) {
        return new Origin(
                AgencyCode.of(agency), "/agencies/" + agency, UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        exchange.close();
        tax.close();
    }
}
