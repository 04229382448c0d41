package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of event that the register hears from tax: as it should come, twice, too early, broken, and committed without
 * being acknowledged.
 */
@QuarkusTest
@RegistrationServers
class TaxEventsIT {
    private static Tax tax;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    RecordedSpans spans;

    private final Clerk clerk = Clerk.atTheCounter();

    enum Kind {
        CHANGE_RECEIVED("RECEIVED"),
        CHANGE_COMPLETED("COMPLETED"),
        CHANGE_HELD("HELD"),
        CHANGE_REFUSED("REFUSED"),
        CLEARANCE_ISSUED("CLEARANCE_ISSUED"),
        CLEARANCE_HELD("CLEARANCE_HELD"),
        CLEARANCE_REFUSED("REFUSED"),
        CLEARANCE_REVOKED("CLEARANCE_REVOKED"),
        STATUS_CHANGED("");

        final String step;

        Kind(String step) {
            this.step = step;
        }

        boolean aboutClearance() {
            return name().startsWith("CLEARANCE");
        }

        TaxEvent event(Affair affair) {
            ChangeId id = ChangeId.of(affair.changeId());
            return switch (this) {
                case CHANGE_RECEIVED -> new ChangeReceived(id);
                case CHANGE_COMPLETED -> Tax.completed(affair.changeId(), Mode.AUTO);
                case CHANGE_HELD -> Tax.held(affair.changeId(), Tax.PAY);
                case CHANGE_REFUSED -> new ChangeRefused(id, ChangeRefused.Reason.NOT_ALLOWED, "");
                case CLEARANCE_ISSUED -> Tax.issued(affair.changeId(), affair.tenureId());
                case CLEARANCE_HELD -> Tax.clearanceHeld(affair.changeId(), Tax.PAY);
                case CLEARANCE_REFUSED -> new ClearanceRefused(id, TaxEvent.OFFICER_DECISION);
                case CLEARANCE_REVOKED ->
                    new ClearanceRevoked(id, new CertificateId(UUID.randomUUID()), TaxEvent.OFFICER_DECISION);
                case STATUS_CHANGED -> new StatusChanged(StatusChanged.Status.NON_NORMAL, LocalDate.of(2026, 11, 2));
            };
        }
    }

    /** A business with one change that tax is to answer. */
    record Affair(String bizId, String changeId, String tenureId) {}

    @BeforeAll
    static void open() {
        tax = new Tax();
    }

    @AfterAll
    static void close() {
        tax.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_takes_effect_once_even_when_it_comes_twice(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = tax.stream.publish(BizId.of(affair.bizId()), kind.event(affair));
        tax.stream.send(event, event);
        lastWord(affair);

        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_overtook_another_waits_for_it(Kind kind) {
        Affair affair = affair(kind);
        BizId bizId = BizId.of(affair.bizId());
        RawEvent first = tax.stream.next(bizId, kind.event(affair));
        RawEvent second = tax.stream.next(bizId, status(StatusChanged.Status.STOPPED));
        inbox().canFetch(tax.stream, bizId);
        tax.stream.send(second, first);
        await("the later event took effect")
                .atMost(Duration.ofSeconds(30))
                .until(() -> "STOPPED".equals(taxStatus(affair)));

        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_cannot_be_read_parks_its_business_and_no_other(Kind kind) {
        Affair affair = affair(kind);
        BizId bizId = BizId.of(affair.bizId());
        RawEvent event = tax.stream.next(bizId, kind.event(affair));
        tax.stream.send(event.withBody("{\"changeId\":7,\"status\":[]}".getBytes(StandardCharsets.UTF_8)));
        tax.stream.publish(bizId, status(StatusChanged.Status.STOPPED));

        Affair other = affair(Kind.STATUS_CHANGED);
        lastWord(other);
        inbox().parks(bizId, 2);
        assertThat(taxStatus(affair)).isNull();
        assertThat(steps(affair)).doesNotContain(kind.step.isEmpty() ? "-" : kind.step);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_never_came_is_fetched_from_the_source(Kind kind) {
        Affair affair = affair(kind);
        BizId bizId = BizId.of(affair.bizId());
        tax.stream.next(bizId, kind.event(affair));
        RawEvent second = tax.stream.next(bizId, status(StatusChanged.Status.STOPPED));
        inbox().canFetch(tax.stream, bizId);
        tax.stream.send(second);
        await("the later event took effect")
                .atMost(Duration.ofSeconds(30))
                .until(() -> "STOPPED".equals(taxStatus(affair)));

        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_was_committed_and_not_acknowledged_comes_again_and_takes_effect_once(Kind kind) {
        Affair affair = affair(kind);
        BizId bizId = BizId.of(affair.bizId());
        RawEvent event = tax.stream.next(bizId, kind.event(affair));
        tax.stream.sendKeys();
        inbox().crashesBehind(bizId, () -> tax.stream.send(event));

        assertEffect(kind, affair);
        assertThat(taxStatus(affair)).isEqualTo(kind == Kind.STATUS_CHANGED ? "NON_NORMAL" : null);
        assertThat(Collections.frequency(spans.applied(), event.header("ce_id")))
                .isEqualTo(1);
    }

    @Test
    void a_record_that_is_no_event_is_set_aside() {
        Affair affair = affair(Kind.STATUS_CHANGED);
        RawEvent event = tax.stream.next(BizId.of(affair.bizId()), Kind.STATUS_CHANGED.event(affair));
        try (TopicReader rejected = TopicReader.of("tax.events.rejected")) {
            tax.stream.send(event.withoutHeader("ce_id"));
            await("rejected")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !rejected.of(BizId.of(affair.bizId())).isEmpty());
        }
    }

    @Test
    void an_answer_about_an_unknown_change_parks_only_that_business() {
        Affair affair = affair(Kind.CHANGE_RECEIVED);
        tax.says(affair.bizId(), new ChangeReceived(new ChangeId(UUID.randomUUID())));
        inbox().parks(BizId.of(affair.bizId()), 1);
    }

    @Test
    void what_tax_announces_to_the_public_passes_unread_and_stops_nothing() {
        Affair affair = affair(Kind.STATUS_CHANGED);
        RawEvent announced = tax.stream.next(
                BizId.of(affair.bizId()),
                new TaxEvent.ArrearsAnnouncementCleared(
                        new ArrearsAnnouncementId(UUID.randomUUID()),
                        UnifiedSocialCreditCode.of(
                                clerk.get("/businesses/" + affair.bizId()).path("uscc")),
                        OperatorTenureId.of(affair.tenureId()),
                        TaxEvent.ArrearsAnnouncementCleared.Reason.PAID,
                        LocalDate.of(2026, 11, 2),
                        List.of()));
        tax.stream.send(announced);
        lastWord(affair);
        assertThat(spans.applied()).doesNotContain(announced.header("ce_id"));
    }

    private void assertEffect(Kind kind, Affair affair) {
        if (kind == Kind.STATUS_CHANGED) {
            return;
        }
        assertThat(Collections.frequency(steps(affair), kind.step)).isEqualTo(1);
        JsonPath view = clerk.get("/changes/" + affair.changeId()).jsonPath();
        assertThat(view.getString("state"))
                .isEqualTo(
                        switch (kind) {
                            case CHANGE_RECEIVED, CHANGE_HELD, CLEARANCE_ISSUED -> "REGISTERED";
                            case CHANGE_COMPLETED, CHANGE_REFUSED -> "FINISHED";
                            case CLEARANCE_HELD, CLEARANCE_REVOKED -> "AWAITING_TAX_CLEARANCE";
                            case CLEARANCE_REFUSED -> "REFUSED";
                            case STATUS_CHANGED -> "";
                        });
    }

    private Affair affair(Kind kind) {
        int number = Clerk.number();
        String bizId = clerk.open(Clerk.aShop(number));
        JsonPath business = clerk.get("/businesses/" + bizId).jsonPath();
        String tenureId = business.getString("operator.tenureId");
        if (!kind.aboutClearance()) {
            String opening = clerk.get("/businesses/" + bizId + "/history").path("items[0].changeId");
            return new Affair(bizId, opening, tenureId);
        }
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes",
                        Clerk.operatorChange(INTER_VIVOS, Clerk.operator("试丙" + number, 10 * number + 2)),
                        1)
                .path("changeId");
        return new Affair(bizId, changeId, tenureId);
    }

    /** One more event of the business; once it shows, everything before it was taken. */
    private void lastWord(Affair affair) {
        tax.says(affair.bizId(), status(StatusChanged.Status.STOPPED));
        await("the last event took effect")
                .atMost(Duration.ofSeconds(30))
                .until(() -> "STOPPED".equals(taxStatus(affair)));
    }

    private static StatusChanged status(StatusChanged.Status status) {
        return new StatusChanged(status, LocalDate.of(2026, 11, 3));
    }

    private String taxStatus(Affair affair) {
        return clerk.get("/businesses/" + affair.bizId()).path("taxStatus.status");
    }

    private List<String> steps(Affair affair) {
        return clerk.get("/changes/" + affair.changeId()).jsonPath().getList("timeline.what", String.class);
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "registration", "tax-events", "tax");
    }
}
