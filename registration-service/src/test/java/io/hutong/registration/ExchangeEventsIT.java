package io.hutong.registration;

import static io.hutong.registration.Agencies.FROM;
import static io.hutong.registration.Agencies.HOUSING;
import static io.hutong.registration.Agencies.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.ExchangeEvent;
import io.hutong.events.ExchangeEvent.PremisesVerified.Result;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.EventContext;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of event that the register hears from other agencies: as it should come, twice, too early, broken, and
 * committed without being acknowledged.
 */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExchangeEventsIT {
    private static final String FIRST = "建许1号";
    private static final String LAST = "建许9号";
    private static Agencies agencies;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    RecordedSpans spans;

    private final Clerk clerk = Clerk.atTheCounter();

    enum Kind {
        PERMIT_GRANTED,
        PERMIT_CHANGED,
        PERMIT_ENDED,
        PREMISES_VERIFIED,
        ELIGIBILITY_ANSWERED;

        ExchangeEvent event(Affair affair) {
            return switch (this) {
                case PERMIT_GRANTED -> Agencies.granted(HOUSING, FIRST);
                case PERMIT_CHANGED -> Agencies.changed(HOUSING, FIRST, null);
                case PERMIT_ENDED -> Agencies.ended(HOUSING, FIRST, FROM.plusMonths(2));
                case PREMISES_VERIFIED -> Agencies.verified(TOWN, Result.VERIFIED);
                case ELIGIBILITY_ANSWERED -> Agencies.eligible(HOUSING, affair.tenureId());
            };
        }

        /** What is sealed for others passes by without effect and without a receipt. */
        boolean concernsTheRegister() {
            return this != ELIGIBILITY_ANSWERED;
        }

        boolean aboutKnownPermit() {
            return this == PERMIT_CHANGED || this == PERMIT_ENDED;
        }
    }

    /** A business that an agency speaks about, and the question that is open there. */
    record Affair(String bizId, String questionId, OperatorTenureId tenureId) {
        BizId id() {
            return BizId.of(bizId);
        }

        EventContext context(Kind kind) {
            return Agencies.answering(kind == Kind.PREMISES_VERIFIED ? questionId : null);
        }
    }

    @BeforeAll
    static void open() {
        agencies = new Agencies();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_takes_effect_once_and_is_answered_once_even_when_it_comes_twice(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = agencies.says(affair.bizId(), kind.event(affair), affair.context(kind));
        agencies.stream.send(event, event);
        lastWord(affair);

        assertSettled(kind, affair, event);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_overtook_another_waits_for_it(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = agencies.next(affair.bizId(), kind.event(affair), affair.context(kind));
        RawEvent second = agencies.next(affair.bizId(), Agencies.granted(HOUSING, LAST), Agencies.answering(null));
        agencies.stream.sendKeys();
        inbox().canFetch(agencies.stream, affair.id());
        agencies.stream.send(second, first);

        assertThat(agencies.outcome(affair.bizId(), second)).isEqualTo("APPLIED");
        assertSettled(kind, affair, first);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_never_came_is_fetched_from_the_exchange(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = agencies.next(affair.bizId(), kind.event(affair), affair.context(kind));
        RawEvent second = agencies.next(affair.bizId(), Agencies.granted(HOUSING, LAST), Agencies.answering(null));
        agencies.stream.sendKeys();
        inbox().canFetch(agencies.stream, affair.id());
        agencies.stream.send(second);

        assertThat(agencies.outcome(affair.bizId(), second)).isEqualTo("APPLIED");
        assertSettled(kind, affair, first);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_cannot_be_read_parks_its_business_and_when_it_is_skipped_the_sender_is_told(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = agencies.next(affair.bizId(), kind.event(affair), affair.context(kind));
        RawEvent broken = event.withBody("{\"origin\":7}".getBytes(StandardCharsets.UTF_8));
        RawEvent behind = agencies.next(affair.bizId(), Agencies.granted(HOUSING, LAST), Agencies.answering(null))
                .withHeader("ce_prevdigest", broken.digest());
        agencies.stream.send(broken, behind);

        Affair other = affair(Kind.PERMIT_GRANTED);
        lastWord(other);
        inbox().parks(affair.id(), 2);
        assertThat(permit(affair, LAST)).isNull();

        inbox().skips(affair.id());
        assertThat(agencies.outcome(affair.bizId(), behind)).isEqualTo("APPLIED");
        assertAnswered(kind, affair, event, "REFUSED skipped");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_was_committed_and_not_acknowledged_comes_again_and_takes_effect_once(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = agencies.next(affair.bizId(), kind.event(affair), affair.context(kind));
        agencies.stream.sendKeys();
        inbox().crashesBehind(affair.id(), () -> agencies.stream.send(event));
        lastWord(affair);

        assertSettled(kind, affair, event);
        assertThat(Collections.frequency(spans.applied(), event.header("ce_id")))
                .isEqualTo(1);
    }

    @Test
    void a_record_that_is_no_event_is_set_aside() {
        Affair affair = affair(Kind.PERMIT_GRANTED);
        RawEvent event = agencies.next(affair.bizId(), Agencies.granted(HOUSING, FIRST), Agencies.answering(null));
        try (TopicReader rejected = TopicReader.of("exchange.events.rejected")) {
            agencies.stream.send(event.withoutHeader("ce_id"));
            await("rejected")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !rejected.of(BizId.of(affair.bizId())).isEmpty());
        }
    }

    @Test
    void the_version_that_clerks_see_does_not_move_by_what_others_state() {
        Affair affair = affair(Kind.PERMIT_GRANTED);
        long before = clerk.version(affair.bizId());
        agencies.outcome(affair.bizId(), agencies.says(affair.bizId(), Agencies.granted(HOUSING, FIRST)));
        assertThat(clerk.version(affair.bizId())).isEqualTo(before);
    }

    private void assertSettled(Kind kind, Affair affair, RawEvent event) {
        assertAnswered(kind, affair, event, "APPLIED");
        assertEffect(kind, affair);
    }

    private void assertAnswered(Kind kind, Affair affair, RawEvent event, String outcome) {
        if (kind.concernsTheRegister()) {
            assertThat(agencies.outcome(affair.bizId(), event)).isEqualTo(outcome);
        } else {
            assertThat(agencies.receipts(affair.bizId(), event)).isEmpty();
        }
    }

    private void assertEffect(Kind kind, Affair affair) {
        switch (kind) {
            case ELIGIBILITY_ANSWERED -> {
                assertThat(clerk.get("/businesses/" + affair.bizId()).jsonPath().getList("permits.permitNo"))
                        .isEqualTo(List.of(LAST));
            }
            case PERMIT_GRANTED -> {
                assertThat(permit(affair, FIRST))
                        .containsEntry("permitType", "BUILDING_WORKS")
                        .containsEntry("department", "HUD")
                        .containsEntry("statedBy", HOUSING)
                        .containsEntry("validFrom", "2026-01-05")
                        .containsEntry("validTo", "2031-01-04")
                        .containsEntry("standing", "IN_FORCE");
            }
            case PERMIT_CHANGED -> {
                assertThat(permit(affair, FIRST)).doesNotContainKey("validTo").containsEntry("standing", "IN_FORCE");
            }
            case PERMIT_ENDED -> {
                assertThat(permit(affair, FIRST))
                        .containsEntry("endedOn", "2026-03-05")
                        .containsEntry("endReason", "REVOKED")
                        .containsEntry("standing", "ENDED");
            }
            case PREMISES_VERIFIED -> {
                JsonPath asked = clerk.get("/businesses/" + affair.bizId() + "/premises-verifications")
                        .jsonPath();
                assertThat(asked.getString("items[0].state")).isEqualTo("ANSWERED");
                assertThat(asked.getString("items[0].answer.result")).isEqualTo("VERIFIED");
                assertThat(asked.getString("items[0].answer.by")).isEqualTo(TOWN);
            }
        }
    }

    private Affair affair(Kind kind) {
        String bizId = clerk.open(Clerk.aShop(Clerk.number()));
        if (kind.aboutKnownPermit()) {
            RawEvent granted = agencies.says(bizId, Agencies.granted(HOUSING, FIRST));
            assertThat(agencies.outcome(bizId, granted)).isEqualTo("APPLIED");
        }
        String questionId = clerk.post("/businesses/" + bizId + "/premises-verifications", Map.of())
                .path("questionId");
        OperatorTenureId tenureId =
                OperatorTenureId.of(clerk.get("/businesses/" + bizId).path("operator.tenureId"));
        return new Affair(bizId, questionId, tenureId);
    }

    /** One more event of the business; once it is answered, everything before it was taken. */
    private void lastWord(Affair affair) {
        RawEvent last = agencies.says(affair.bizId(), Agencies.granted(HOUSING, LAST));
        assertThat(agencies.outcome(affair.bizId(), last)).isEqualTo("APPLIED");
    }

    private @Nullable Map<String, Object> permit(Affair affair, String no) {
        List<Map<String, Object>> permits =
                clerk.get("/businesses/" + affair.bizId()).jsonPath().getList("permits");
        return permits.stream()
                .filter(permit -> no.equals(permit.get("permitNo")))
                .findFirst()
                .orElse(null);
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "registration", "exchange-events", "exchange");
    }
}
