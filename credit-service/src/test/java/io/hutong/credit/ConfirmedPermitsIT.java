package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.DomainEvent;
import io.hutong.testing.RawEvent;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a doubt about permits ends: an officer names what the departments have, and it is what credit holds. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmedPermitsIT extends CreditDesks {
    private static final String BASIS = "甘州住建函〔2026〕12号";
    private static final Map<String, Object> FIRST = permit("建许1号");
    private static final Map<String, Object> SECOND = permit("建许2号");

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Agencies agencies;

    private final BankDesk bank = BankDesk.another(TestBanks.next());

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void openAgencies() {
        agencies = new Agencies();
    }

    @AfterAll
    static void closeAgencies() {
        agencies.close();
    }

    @BeforeEach
    void inAugust() {
        heard(database);
        on("2026-08-03");
    }

    @Test
    void a_doubt_stays_whatever_departments_state_until_an_officer_confirms_what_credit_holds() {
        Business business = followed();
        RawEvent skipped = misses(business, Agencies.granted("建许1号"), null);
        RawEvent again = states(business, Agencies.granted("建许1号"), skipped);
        assertThat(unknown(business)).containsExactly("permit");
        JsonPath doubted = officer.get(path(business)).jsonPath();
        String since = doubted.getString("doubts[0].since");
        assertThat(since).startsWith("2026-08-03T02:0");
        assertThat(doubted.getMap(""))
                .isEqualTo(Map.of(
                        "doubts", List.of(Map.of("kind", "PERMIT", "since", since, "missed", 1)),
                        "permits", List.of(FIRST),
                        "confirmations", List.of()));

        on("2026-08-05");
        confirms(business, 1, FIRST)
                .then()
                .statusCode(201)
                .body("kind", equalTo("PERMIT"))
                .body("by", equalTo(Desk.OFFICER))
                .body("at", startsWith("2026-08-05T02:0"))
                .body("permits", equalTo(List.of(FIRST)));
        assertThat(unknown(business)).isEmpty();
        assertThat(told()).containsExactly("UNKNOWN", "GRANTED", "KNOWN_AGAIN");
        JsonPath kept = officer.get(path(business)).jsonPath();
        assertThat(kept.getList("doubts")).isEmpty();
        assertThat(kept.<Map<String, Object>>getList("confirmations"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("since", since)
                        .containsEntry("missed", 1)
                        .containsEntry("permits", List.of(FIRST))
                        .containsEntry("basis", BASIS)
                        .containsEntry("by", Desk.OFFICER));

        misses(business, Agencies.changed("建许1号", Agencies.TO), again);
        assertThat(unknown(business)).containsExactly("permit");
        assertThat(told()).hasSize(4).last().isEqualTo("UNKNOWN");
        confirms(business, 1).then().statusCode(409).body("notConfirmed", equalTo(List.of(FIRST)));
        officer.post(
                        path(business, "PERMIT"),
                        Map.of("missed", 1, "since", since, "permits", List.of(FIRST), "basis", BASIS))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:doubt-grew"));
        confirms(business, 1, FIRST).then().statusCode(201);
        assertThat(officer.get(path(business)).jsonPath().getList("confirmations.by"))
                .containsExactly(Desk.OFFICER, Desk.OFFICER);
    }

    @Test
    void what_differs_in_either_direction_or_by_its_term_is_named_and_settles_nothing() {
        Business business = followed();
        RawEvent granted = states(business, Agencies.granted("建许1号"), null);
        misses(business, Agencies.granted("建许2号"), granted);

        confirms(business, 1, SECOND)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:records-differ"))
                .body("notHeld", equalTo(List.of(SECOND)))
                .body("notConfirmed", equalTo(List.of(FIRST)));
        confirms(business, 1, FIRST, SECOND)
                .then()
                .statusCode(409)
                .body("notHeld", equalTo(List.of(SECOND)))
                .body("notConfirmed", empty());
        Map<String, Object> longer = new LinkedHashMap<>(FIRST);
        longer.put("until", "2036-01-04");
        confirms(business, 1, longer)
                .then()
                .statusCode(409)
                .body("notHeld", equalTo(List.of(longer)))
                .body("notConfirmed", equalTo(List.of(FIRST)));
        assertThat(unknown(business)).containsExactly("permit");
        assertThat(told()).containsExactly("GRANTED", "UNKNOWN");
        assertThat(confirmations(business)).isZero();
    }

    @Test
    void a_permit_that_ended_or_expired_is_not_among_those_to_be_confirmed() {
        Business business = followed();
        RawEvent first = states(business, Agencies.granted("建许1号"), null);
        RawEvent ended = states(business, Agencies.ended("建许1号"), first);
        RawEvent expired =
                states(business, Agencies.granted(Agencies.HOUSING, "建许3号", Agencies.FROM.plusMonths(1)), ended);
        RawEvent lasting = states(business, Agencies.granted(Agencies.HOUSING, "建许4号", null), expired);
        misses(business, Agencies.granted("建许2号"), lasting);

        Map<String, Object> standing = new LinkedHashMap<>(permit("建许4号"));
        standing.remove("until");
        assertThat(officer.get(path(business)).jsonPath().getList("permits")).isEqualTo(List.of(standing));
        confirms(business, 1, standing).then().statusCode(201);
        assertThat(unknown(business)).isEmpty();
    }

    @Test
    void what_was_missed_after_the_officer_looked_is_not_confirmed_with_the_rest() {
        Business business = followed();
        RawEvent first = misses(business, Agencies.granted("建许1号"), null);
        misses(business, Agencies.granted("建许2号"), first);
        assertThat(told()).containsExactly("UNKNOWN");

        confirms(business, 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:doubt-grew"))
                .body("missed", equalTo(2));
        assertThat(unknown(business)).containsExactly("permit");
        confirms(business, 2).then().statusCode(201).body("permits", empty());
        assertThat(unknown(business)).isEmpty();
    }

    @Test
    void a_repeated_confirmation_is_kept_once_and_another_finds_no_doubt() {
        Business business = followed();
        misses(business, Agencies.granted("建许1号"), null);
        String key = UUID.randomUUID().toString();
        Response made = officer.post(path(business, "PERMIT"), confirming(1, BASIS), key);
        made.then().statusCode(201);
        officer.post(path(business, "PERMIT"), confirming(1, BASIS), key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("confirmationId", equalTo(made.path("confirmationId")));
        confirms(business, 1).then().statusCode(409).body("type", equalTo("urn:hutong:problem:records-not-in-doubt"));
        assertThat(confirmations(business)).isEqualTo(1);
        assertThat(told()).containsExactly("UNKNOWN", "KNOWN_AGAIN");
    }

    @Test
    void of_arrears_tax_has_the_word_and_the_answer_says_where() {
        Business business = known();
        RawEvent broken = agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), Agencies.announcement()))
                .withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        agencies.tax.send(broken);
        skips("tax-events", "tax", business);
        officer.post(path(business, "ARREARS"), confirming(1, BASIS))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:records-restated-by-source"))
                .body(
                        "restatement",
                        equalTo("POST /taxpayers/" + business.id() + "/arrears-announcements/restatement"));
        assertThat(unknown(business)).containsExactly("publishedTaxArrears");
        assertThat(confirmations(business)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "函\n12号", "函\t12号"})
    void how_it_was_found_out_has_to_be_said_in_one_line(String basis) {
        Business business = followed();
        misses(business, Agencies.granted("建许1号"), null);
        officer.post(path(business, "PERMIT"), confirming(1, basis)).then().statusCode(422);
        assertThat(unknown(business)).containsExactly("permit");
        assertThat(confirmations(business)).isZero();
    }

    @Test
    void what_is_no_confirmation_at_all_is_refused() {
        Business business = followed();
        misses(business, Agencies.granted("建许1号"), null);
        officer.post(path(business, "PERMIT"), confirming(1, "函".repeat(501)))
                .then()
                .statusCode(422)
                .body("violations.code", contains("text.length"));
        officer.post(path(business, "PERMIT"), Map.of("missed", 1, "basis", BASIS))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/permits"));
        officer.post(path(business, "PENALTY"), confirming(1, BASIS)).then().statusCode(404);
        officer.post("/businesses/" + UUID.randomUUID() + "/agency-records/PERMIT/confirmations", confirming(1, BASIS))
                .then()
                .statusCode(404);
        Desk.nobodyNamed()
                .post(path(business, "PERMIT"), confirming(1, BASIS))
                .then()
                .statusCode(400)
                .body("violations.code", contains("officer.required"));
        officer.post(path(business, "PERMIT"), confirming(1, "函".repeat(500)))
                .then()
                .statusCode(201)
                .header("Location", containsString(path(business)));
    }

    /** One that a bank follows. */
    private Business followed() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        return business;
    }

    /** The next event of the business at the exchange, behind that one. */
    private static RawEvent next(Business business, DomainEvent event, @Nullable RawEvent behind) {
        RawEvent next = agencies.exchange.next(business.id(), event);
        return behind == null ? next : next.withHeader("ce_prevdigest", behind.digest());
    }

    private RawEvent states(Business business, DomainEvent event, @Nullable RawEvent behind) {
        RawEvent stated = next(business, event, behind);
        agencies.exchange.send(stated);
        taken(business);
        return stated;
    }

    /** Cannot be read, and an operator leaves it out. */
    private RawEvent misses(Business business, DomainEvent event, @Nullable RawEvent behind) {
        RawEvent broken = next(business, event, behind).withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        agencies.exchange.send(broken);
        skips("exchange-events", "exchange", business);
        taken(business);
        return broken;
    }

    private void skips(String inbox, String source, Business business) {
        var tested = new TestedInbox(database, "credit", inbox, source);
        tested.parks(business.id(), 1);
        tested.skips(business.id());
    }

    private void taken(Business business) {
        new TestedInbox(database, "credit", "exchange-events", "exchange")
                .awaits(business.id(), agencies.exchange.madeFor(business.id()).size());
    }

    @SafeVarargs
    private Response confirms(Business business, int missed, Map<String, Object>... permits) {
        return officer.post(path(business, "PERMIT"), confirming(missed, BASIS, permits));
    }

    @SafeVarargs
    private static Map<String, Object> confirming(int missed, String basis, Map<String, Object>... permits) {
        return Map.of("missed", missed, "permits", List.of(permits), "basis", basis);
    }

    private static Map<String, Object> permit(String no) {
        return Map.of(
                "permitType",
                "BUILDING_WORKS",
                "permitNo",
                no,
                "validFrom",
                Agencies.FROM.toString(),
                "until",
                Agencies.TO.toString());
    }

    private static String path(Business business) {
        return "/businesses/" + business.id() + "/agency-records";
    }

    private static String path(Business business, String kind) {
        return path(business) + "/" + kind + "/confirmations";
    }

    private List<String> unknown(Business business) {
        return bank.looksAt(business).jsonPath().getList("unknown");
    }

    /** What the bank was told of the permits. */
    private List<String> told() {
        return bank.changes("").getList("items.findAll { it.kind == 'RECORDS_CHANGED' }.facts.what");
    }

    private long confirmations(Business business) {
        return database.number(
                "select count(*) from agency_confirmation where biz_id = ?",
                business.id().value());
    }
}
