package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.FAMILY_INTERNAL;
import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static io.hutong.registration.Credit.LAST_YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.events.ConsentScope;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.ConsentEnded;
import io.hutong.events.CreditEvent.ConsentGranted;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of event that the register hears from credit: as it should come, twice, too early, broken, and committed without
 * being acknowledged; and what an operator change makes of it.
 */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditEventsIT {
    /** Of the report that says when all before it was taken. */
    private static final int LAST_WORD = 2014;

    private static Credit credit;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    RecordedSpans spans;

    @Inject
    TestClock clock;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();

    enum Kind {
        ANNUAL_REPORT_SUBMITTED,
        ABNORMAL_LISTED,
        ABNORMAL_REMOVED,
        SERIOUS_LISTED,
        SERIOUS_REMOVED,
        SEPARATE_REGISTER_DUE;

        CreditEvent event(Affair affair) {
            return switch (this) {
                case ANNUAL_REPORT_SUBMITTED -> Credit.filed(LAST_YEAR);
                case ABNORMAL_LISTED -> affair.entry();
                case ABNORMAL_REMOVED -> Credit.removed(affair.entry());
                case SERIOUS_LISTED -> affair.serious();
                case SERIOUS_REMOVED -> Credit.removed(affair.serious());
                case SEPARATE_REGISTER_DUE -> Credit.due(affair.entry());
            };
        }

        boolean ofAbnormalList() {
            return this == ABNORMAL_LISTED || this == ABNORMAL_REMOVED;
        }

        boolean ofSeriousList() {
            return this == SERIOUS_LISTED || this == SERIOUS_REMOVED;
        }
    }

    /** A business of which credit speaks, and its entries in the lists. */
    record Affair(String bizId, AbnormalListed entry, SeriousListed serious) {
        Affair(String bizId, AbnormalListed entry) {
            this(bizId, entry, Credit.seriously());
        }

        BizId id() {
            return BizId.of(bizId);
        }
    }

    @BeforeAll
    static void open() {
        credit = new Credit();
    }

    @AfterAll
    static void close() {
        credit.close();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_takes_effect_once_even_when_it_comes_twice(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = credit.stream.publish(affair.id(), kind.event(affair));
        credit.stream.send(event, event);
        lastWord(affair);

        assertEffect(kind, affair);
        assertAppliedOnce(event);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_overtook_another_waits_for_it(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = credit.stream.next(affair.id(), kind.event(affair));
        RawEvent second = credit.stream.next(affair.id(), Credit.filed(LAST_WORD));
        inbox().canFetch(credit.stream, affair.id());
        credit.stream.send(second, first);
        awaitLastWord(affair);

        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_never_came_is_fetched_from_credit(Kind kind) {
        Affair affair = affair(kind);
        credit.stream.next(affair.id(), kind.event(affair));
        RawEvent second = credit.stream.next(affair.id(), Credit.filed(LAST_WORD));
        inbox().canFetch(credit.stream, affair.id());
        credit.stream.send(second);
        awaitLastWord(affair);

        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_cannot_be_read_parks_its_business_and_without_it_nobody_says_who_is_on_the_list(Kind kind) {
        Affair affair = affair(kind);
        RawEvent broken = credit.stream
                .next(affair.id(), kind.event(affair))
                .withBody("{\"entryId\":7,\"reportYear\":[]}".getBytes(StandardCharsets.UTF_8));
        RawEvent behind =
                credit.stream.next(affair.id(), Credit.filed(LAST_WORD)).withHeader("ce_prevdigest", broken.digest());
        credit.stream.send(broken, behind);

        lastWord(affair(Kind.ANNUAL_REPORT_SUBMITTED));
        inbox().parks(affair.id(), 2);
        assertThat(filedYears(affair)).isEmpty();

        inbox().skips(affair.id());
        awaitLastWord(affair);
        assertThat(filedYears(affair)).containsExactly(LAST_WORD);
        assertThat(listed(affair)).isEqualTo(kind.ofAbnormalList() ? null : false);
        assertThat(seriouslyListed(affair)).isEqualTo(kind.ofSeriousList() ? null : false);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_was_committed_and_not_acknowledged_comes_again_and_takes_effect_once(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = credit.stream.next(affair.id(), kind.event(affair));
        inbox().crashesBehind(affair.id(), () -> credit.stream.send(event));
        lastWord(affair);

        assertEffect(kind, affair);
        assertAppliedOnce(event);
    }

    @Test
    void a_record_that_is_no_event_is_set_aside() {
        Affair affair = affair(Kind.ANNUAL_REPORT_SUBMITTED);
        RawEvent event = credit.stream.next(affair.id(), Credit.filed(LAST_YEAR));
        try (TopicReader rejected = TopicReader.of("credit.events.rejected")) {
            credit.stream.send(event.withoutHeader("ce_id"));
            await("rejected")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !rejected.of(affair.id()).isEmpty());
        }
    }

    @Test
    void what_is_said_of_an_unknown_business_parks_that_one_only() {
        BizId unknown = new BizId(UUID.randomUUID());
        credit.stream.publish(unknown, Credit.filed(LAST_YEAR));
        lastWord(affair(Kind.ANNUAL_REPORT_SUBMITTED));
        inbox().parks(unknown, 1);
        assertThat(clerk.get("/businesses/" + unknown + "/credit-standing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_said_of_a_business_that_has_ended_is_kept() {
        Affair affair = affair(Kind.ABNORMAL_LISTED);
        clerk.post("/businesses/" + affair.bizId() + "/deregistration", Map.of("reason", "不再经营"), 1)
                .then()
                .statusCode(201);
        credit.says(affair.bizId(), affair.entry());
        lastWord(affair);

        assertEffect(Kind.ABNORMAL_LISTED, affair);
    }

    @Test
    void the_version_that_clerks_see_does_not_move_by_what_credit_states() {
        Affair affair = affair(Kind.ABNORMAL_REMOVED);
        lastWord(affair);
        assertThat(clerk.version(affair.bizId())).isEqualTo(1);
    }

    @Test
    void as_long_as_credit_has_stated_nothing_the_register_cannot_tell() {
        JsonPath standing = standing(affair(Kind.ANNUAL_REPORT_SUBMITTED));
        assertThat(standing.<Map<String, Object>>get())
                .isEqualTo(Map.of("openEntries", List.of(), "filedYears", List.of(), "seriousEntries", List.of()));
    }

    @Test
    void a_consent_given_to_a_bank_tells_the_register_nothing() {
        Affair affair = affair(Kind.ANNUAL_REPORT_SUBMITTED);
        ConsentId consent = new ConsentId(UUID.randomUUID());
        OperatorTenureId tenure = new OperatorTenureId(UUID.randomUUID());
        Sealed<ConsentScope> scope = Sealed.under(
                tenure,
                Audience.SHARING_DETAIL,
                new ConsentScope(AgencyCode.of("FI-620702-BANKA"), "LOAN_APPLICATION", List.of("turnover")));
        credit.says(
                affair.bizId(),
                new ConsentGranted(consent, Credit.USCC, tenure, scope, Credit.DAY, Credit.DAY.plusMonths(6)));
        credit.says(affair.bizId(), new ConsentEnded(consent, Credit.USCC, tenure, scope, ConsentEnded.Why.WITHDRAWN));
        inbox().awaits(affair.id(), credit.stream.madeFor(affair.id()).size());
        assertThat(listed(affair)).isNull();

        lastWord(affair);
        assertThat(listed(affair)).isFalse();
        assertThat(filedYears(affair)).containsExactly(LAST_WORD);
    }

    @Test
    void who_is_on_the_list_without_a_report_passes_on_to_the_family_only_when_both_are_mended() {
        Affair affair = new Affair(anOldFamilyShop(), Credit.withoutReport());
        credit.says(affair.bizId(), affair.entry());
        awaitListed(affair, true);

        Response refused = toTheHeir(affair);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("type")).isEqualTo("urn:hutong:problem:operator-change-conditions");
        List<Map<String, String>> broken = refused.jsonPath().getList("violations");
        assertThat(broken)
                .extracting(one -> one.get("code") + " " + one.get("pointer") + " " + one.get("message"))
                .containsExactly(
                        "C3  C3, last annual report is not filed"
                                + " (Registration of Individual Businesses (SAMR Order 103) art. 18)",
                        "C4  C4, on the abnormal or serious-violation list"
                                + " (Registration of Individual Businesses (SAMR Order 103) art. 18)");

        credit.says(affair.bizId(), Credit.filed(LAST_YEAR));
        lastWord(affair);
        assertThat(toTheHeir(affair).jsonPath().getList("violations.code", String.class))
                .containsExactly("C4");

        credit.says(affair.bizId(), Credit.removed(affair.entry()));
        awaitListed(affair, false);
        Response registered = toTheHeir(affair);
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
    }

    @Test
    void who_is_on_the_serious_violation_list_does_not_pass_on_the_business_until_it_has_left() {
        Affair affair = new Affair(anOldFamilyShop(), Credit.withoutReport());
        credit.says(affair.bizId(), affair.serious());
        credit.says(affair.bizId(), Credit.filed(LAST_YEAR));
        awaitSeriouslyListed(affair, true);
        lastWord(affair);
        assertThat(toTheHeir(affair).jsonPath().getList("violations.code", String.class))
                .containsExactly("C4");

        credit.says(affair.bizId(), Credit.removed(affair.serious()));
        awaitSeriouslyListed(affair, false);
        Response registered = toTheHeir(affair);
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
    }

    @Test
    void no_report_is_asked_of_a_young_business_on_the_list() {
        Affair affair = new Affair(clerk.open(Clerk.aFamilyShop(number)), Credit.withoutReport());
        credit.says(affair.bizId(), affair.entry());
        awaitListed(affair, true);
        assertThat(toTheHeir(affair).jsonPath().getList("violations.code", String.class))
                .containsExactly("C4");
    }

    @Test
    void a_filed_report_and_two_empty_lists_need_no_promise() {
        Affair affair = new Affair(anOldFamilyShop(), Credit.unreachable());
        Map<String, Object> transfer =
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator("试丙" + number, 10 * number + 2));
        transfer.put("promises", Map.of("debtsSettled", true));
        String path = "/businesses/" + affair.bizId() + "/operator-changes";
        assertThat(clerk.post(path, transfer, 1).jsonPath().getList("violations.code", String.class))
                .containsExactly("C3", "C4", "C5", "C6");

        credit.says(affair.bizId(), Credit.filed(LAST_YEAR));
        lastWord(affair);
        assertThat(clerk.post(path, transfer, 1).jsonPath().getList("violations.code", String.class))
                .containsExactly("C5", "C6");

        Map<String, Object> promised = new HashMap<>(transfer);
        promised.put("promises", Map.of("debtsSettled", true, "conditionsMet", true));
        String changeId = clerk.post(path, promised, 1).path("changeId");
        assertThat(clerk.get("/operator-changes/" + changeId + "/grounds").asString())
                .contains("AMR_CREDIT");
    }

    private Response toTheHeir(Affair affair) {
        return clerk.post(
                "/businesses/" + affair.bizId() + "/operator-changes",
                Clerk.operatorChange(FAMILY_INTERNAL, Clerk.operator("试乙" + number, 10 * number + 1)),
                1);
    }

    /** Established two years ago, so that its annual reports are asked for. */
    private String anOldFamilyShop() {
        clock.startAt(clock.instant().minus(Duration.ofDays(731)));
        String bizId = clerk.open(Clerk.aFamilyShop(number));
        clock.reset();
        return bizId;
    }

    private Affair affair(Kind kind) {
        Affair affair = new Affair(clerk.open(Clerk.aShop(Clerk.number())), Credit.withoutReport());
        if (kind == Kind.ABNORMAL_REMOVED) {
            credit.says(affair.bizId(), affair.entry());
            awaitListed(affair, true);
        }
        if (kind == Kind.SERIOUS_REMOVED) {
            credit.says(affair.bizId(), affair.serious());
            awaitSeriouslyListed(affair, true);
        }
        return affair;
    }

    private void assertEffect(Kind kind, Affair affair) {
        JsonPath standing = standing(affair);
        boolean listed = kind == Kind.ABNORMAL_LISTED;
        assertThat(listed(affair)).isEqualTo(listed);
        assertThat(standing.<Map<String, Object>>getList("openEntries"))
                .isEqualTo(
                        listed
                                ? List.of(Map.of(
                                        "entryId",
                                        affair.entry().entryId().value(),
                                        "ground",
                                        "ABN_REPORT",
                                        "reportYear",
                                        LAST_YEAR,
                                        "decisionNo",
                                        "甘市监异字〔2026〕1号",
                                        "listedOn",
                                        "2026-07-01"))
                                : List.of());
        boolean seriously = kind == Kind.SERIOUS_LISTED;
        assertThat(seriouslyListed(affair)).isEqualTo(seriously);
        assertThat(standing.<Map<String, Object>>getList("seriousEntries"))
                .isEqualTo(
                        seriously
                                ? List.of(Map.of(
                                        "entryId",
                                        affair.serious().entryId().value(),
                                        "ground",
                                        "SAFETY",
                                        "decisionNo",
                                        "甘市监严列字〔2026〕1号",
                                        "listedOn",
                                        "2026-07-01"))
                                : List.of());
        assertThat(clerk.get("/businesses/" + affair.bizId()).<String>path("separateSince") != null)
                .isEqualTo(kind == Kind.SEPARATE_REGISTER_DUE);
        assertThat(filedYears(affair))
                .isEqualTo(kind == Kind.ANNUAL_REPORT_SUBMITTED ? List.of(LAST_WORD, LAST_YEAR) : List.of(LAST_WORD));
    }

    private void assertAppliedOnce(RawEvent event) {
        assertThat(Collections.frequency(spans.applied(), event.header("ce_id")))
                .isEqualTo(1);
    }

    /** One more event of the business; once it shows, everything before it was taken. */
    private void lastWord(Affair affair) {
        credit.says(affair.bizId(), Credit.filed(LAST_WORD));
        awaitLastWord(affair);
    }

    private void awaitLastWord(Affair affair) {
        await("the last event took effect")
                .atMost(Duration.ofSeconds(30))
                .until(() -> filedYears(affair).contains(LAST_WORD));
    }

    @Test
    void whoever_is_listed_is_not_taken_off_the_register_the_simple_way() {
        Affair affair = affair(Kind.ABNORMAL_LISTED);
        credit.says(affair.bizId(), affair.entry());
        awaitListed(affair, true);
        Map<String, String> simple = Map.of("reason", "不再经营", "procedure", "SIMPLE");
        clerk.post("/businesses/" + affair.bizId() + "/deregistration", simple, 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:simple-deregistration-excluded"));
        credit.says(affair.bizId(), Credit.removed(affair.entry()));
        awaitListed(affair, false);
        clerk.post("/businesses/" + affair.bizId() + "/deregistration", simple, 1)
                .then()
                .statusCode(201);
    }

    @Test
    void whoever_is_on_the_serious_list_is_not_taken_off_the_register_the_simple_way() {
        Affair affair = affair(Kind.ANNUAL_REPORT_SUBMITTED);
        credit.says(affair.bizId(), Credit.seriously());
        awaitSeriouslyListed(affair, true);
        clerk.post(
                        "/businesses/" + affair.bizId() + "/deregistration",
                        Map.of("reason", "不再经营", "procedure", "SIMPLE"),
                        1)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:simple-deregistration-excluded"));
    }

    @Test
    void whoever_was_not_found_changes_the_premises_with_anything_else() {
        Affair affair = affair(Kind.ANNUAL_REPORT_SUBMITTED);
        String renamed = "张掖市甘州区迁" + number + "面馆（个体工商户）";
        credit.says(affair.bizId(), Credit.unreachable());
        awaitListed(affair, true);
        clerk.post("/businesses/" + affair.bizId() + "/changes", Map.of("name", renamed), 1)
                .then()
                .statusCode(422)
                .body("violations.code", contains("premises.unreachable"));
        JsonPath registered = clerk.get("/businesses/" + affair.bizId()).jsonPath();
        List<Object> withAShop = new ArrayList<>(registered.getList("premises"));
        withAShop.add(onlineShop(withAShop.get(0)));
        clerk.post("/businesses/" + affair.bizId() + "/changes", Map.of("premises", withAShop), 1)
                .then()
                .statusCode(422)
                .body("violations.code", contains("premises.unreachable"));
        clerk.post(
                        "/businesses/" + affair.bizId() + "/changes",
                        Map.of("name", renamed, "premises", List.of(Clerk.place("迁入处"))),
                        1)
                .then()
                .statusCode(201);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> onlineShop(Object place) {
        Map<String, Object> shop = new HashMap<>((Map<String, Object>) place);
        shop.put("kind", "ONLINE");
        shop.put("text", "https://shop.example.com/" + UUID.randomUUID());
        return shop;
    }

    private void awaitListed(Affair affair, boolean listed) {
        await("the list is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.valueOf(listed).equals(listed(affair)));
    }

    private void awaitSeriouslyListed(Affair affair, boolean listed) {
        await("the serious-violation list is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.valueOf(listed).equals(seriouslyListed(affair)));
    }

    private @Nullable Boolean seriouslyListed(Affair affair) {
        return standing(affair).get("seriouslyListed");
    }

    private List<Integer> filedYears(Affair affair) {
        return standing(affair).getList("filedYears", Integer.class);
    }

    private @Nullable Boolean listed(Affair affair) {
        return standing(affair).get("listed");
    }

    private JsonPath standing(Affair affair) {
        return clerk.get("/businesses/" + affair.bizId() + "/credit-standing").jsonPath();
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "registration", "credit-events", "credit");
    }
}
