package io.hutong.credit;

import static io.hutong.credit.BankDesk.PURPOSE;
import static io.hutong.credit.Desk.report;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.events.AgencyCode;
import io.hutong.events.CreditEvent.ConsentEnded;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.events.CreditEvent.ProfileAccessed;
import io.hutong.events.ProfileLook;
import io.hutong.identity.ConsentId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Unsealer;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What banks are told about businesses, what they are not told, and that each look is recorded. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharingIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");
    private static final Pattern RESIDENT_ID = Pattern.compile("(?<![0-9A-Z])620702[0-9]{11}[0-9X]");

    private final BankDesk bank = BankDesk.a();
    private final BankDesk rival = BankDesk.b();

    @Inject
    Unsealer unsealer;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        heard(database);
        clock.startAt(AUGUST);
    }

    @Test
    void a_field_that_is_named_twice_is_refused() {
        Business business = known();
        bank.looksAt(business, "turnover", "turnover")
                .then()
                .statusCode(422)
                .body("violations.code", contains("sharing.field-twice"));
    }

    @Test
    void scenario_13_a_bank_is_told_what_is_public_and_the_rest_only_as_long_as_the_business_agrees() {
        Business business = reporting();
        JsonPath open = bank.looksAt(business).jsonPath();
        assertThat(open.getString("consented.outcome")).isEqualTo("PUBLIC_ONLY");
        assertThat(facts(open, "facts"))
                .containsExactly(
                        "L0 name=张掖市甘州区老王面馆（个体工商户）",
                        "L0 uscc=" + business.uscc(),
                        "L0 registrar=620702",
                        "L0 establishedOn=2020-05-06",
                        "L0 operatorName=王老板",
                        "L0 status=ACTIVE",
                        "L0 scope=餐饮服务",
                        "L0 premises=甘肃省张掖市甘州区大满镇南街1号",
                        "L1 ageYears=6",
                        "L1 changes=0",
                        "L1 reportsDue=1",
                        "L1 reportsOnTime=0");
        assertThat(open.getList("unknown")).isEmpty();
        assertRefused(bank.looksAt(business, "turnover"), "NO_CONSENT");

        String consentId = consents(business, Map.of());
        JsonPath told = bank.looksAt(business, "turnover", "employees").jsonPath();
        assertThat(told.getString("consented.outcome")).isEqualTo("DELIVERED");
        assertThat(told.getString("consented.consentId")).isEqualTo(consentId);
        assertThat(told.getInt("consented.callsLeft")).isEqualTo(9);
        assertThat(facts(told, "consented.facts"))
                .containsExactly("L2 turnover=182000.50 (2025)", "L2 employees=2 (2025)");

        withdraws(business, consentId).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        assertRefused(bank.looksAt(business, "turnover", "employees"), "CONSENT_WITHDRAWN");
        withdraws(business, consentId)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:consent-ended"))
                .body("consentStatus", equalTo("WITHDRAWN"));
        assertThat(stated.about(business, ConsentEnded.class, 1).get(0).why()).isEqualTo(Why.WITHDRAWN);

        page.get(looksAt(business))
                .then()
                .statusCode(200)
                .body("items.outcome", contains("CONSENT_WITHDRAWN", "DELIVERED", "NO_CONSENT", "PUBLIC_ONLY"))
                .body("items.organisation", everyItem(equalTo("FI-620702-BANKA")))
                .body("items.client", everyItem(equalTo("bank-a")))
                .body("items.purpose", everyItem(equalTo(PURPOSE)))
                .body("items[1].consentId", equalTo(consentId))
                .body("items[1].fields", contains("turnover", "employees"));
        assertThat(officer.get(looksAt(business) + "?limit=1").jsonPath().getString("next"))
                .isNotNull();
        assertNothingIsBilled();
    }

    @Test
    void every_look_is_stated_with_who_looked_under_seal() {
        Business business = reporting();
        String consentId = consents(business, Map.of());
        bank.looksAt(business).then().statusCode(200);
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("DELIVERED"));
        rival.follows(business).then().statusCode(200);

        List<ProfileAccessed> accesses = stated.about(business, ProfileAccessed.class, 3);
        assertThat(accesses).extracting(ProfileAccessed::tenureId).containsOnly(business.tenure());
        List<ProfileLook> looks = accesses.stream()
                .map(access -> unsealer.open(access.look(), ProfileLook.class))
                .toList();
        AgencyCode own = AgencyCode.of("FI-620702-BANKA");
        assertThat(looks)
                .extracting(ProfileLook::organisation, ProfileLook::purpose)
                .containsExactly(
                        tuple(own, PURPOSE), tuple(own, PURPOSE), tuple(AgencyCode.of("FI-620702-BANKB"), "POST_LOAN"));
        assertThat(looks.get(0).consentId()).isNull();
        assertThat(looks.get(0).fields()).isEmpty();
        assertThat(looks.get(1).consentId()).isEqualTo(ConsentId.of(consentId));
        assertThat(looks.get(1).fields()).containsExactly("turnover");
        assertThat(looks.get(2).fields()).contains("penalty", "seriousEntry", "operatorName");
        assertThat(looks.get(2).at()).isBetween(AUGUST, AUGUST.plusSeconds(300));
        assertThat(stated.bodies(business)).doesNotContain("BANK").doesNotContain("LOAN");
    }

    @Test
    void a_penalty_and_a_serious_entry_are_shown_while_the_public_sees_them_and_no_longer() {
        Business business = known();
        var desk = new PenaltyDesk(officer);
        String hidden =
                desk.records(business, PenaltyDesk.fine(8000, "2026-07-20")).path("penaltyId");
        assertThat(shown(business)).isEmpty();
        String penalty = desk.publishedFine(business, "2026-07-21");
        assertThat(desk.listsSeriously(business, penalty, "2026-07-22").statusCode())
                .isEqualTo(201);
        assertThat(shown(business))
                .containsExactly("penalty=FINE since 2026-07-21", "seriousEntry=SAFETY since 2026-07-22");
        desk.withdraws(penalty, "ANNULLED", "2026-08-03").then().statusCode(200);
        assertThat(shown(business)).isEmpty();

        desk.publishes(hidden).then().statusCode(200);
        clock.startAt(Instant.parse("2027-08-03T15:00:00Z"));
        assertThat(shown(business)).containsExactly("penalty=FINE since 2026-07-20");
        clock.startAt(Instant.parse("2027-08-03T16:00:00Z"));
        assertThat(shown(business)).isEmpty();
    }

    @Test
    void more_batches_than_four_of_one_bank_at_a_time_are_refused_with_the_time_to_wait() throws Exception {
        Business first = reporting();
        Business held = reporting();
        String heldConsent = consents(held, Map.of());
        List<BufferedReader> batches = new ArrayList<>();
        try (Connection blocking = database.connect()) {
            lock(blocking, heldConsent);
            for (int i = 0; i < 4; i++) {
                BufferedReader batch = beginsBatch(first, held);
                batch.readLine();
                batches.add(batch);
            }
            Response fifth = bank.request()
                    .body(BankDesk.asked(List.of("turnover"), first))
                    .post("/credit-profiles/batch");
            fifth.then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("urn:hutong:problem:too-many-batches"));
            assertThat(rival.looksAtAll(List.of(), first)).hasSize(1);
            bank.looksAt(first).then().statusCode(200);
            batches.get(0).close(); // a bank that goes away in the middle gives its place back, too
            blocking.rollback();
        }
        for (BufferedReader batch : batches.subList(1, 4)) {
            assertThat(batch.lines()).hasSize(1);
            batch.close();
        }
        await("every place is free again").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ExecutorService callers = Executors.newFixedThreadPool(4);
            try {
                List<Future<Integer>> four = callers.invokeAll(Collections.nCopies(
                        4, () -> bank.looksAtAll(List.of(), first).size()));
                for (Future<Integer> one : four) {
                    assertThat(one.get()).isEqualTo(1);
                }
            } finally {
                callers.shutdownNow();
            }
        });
    }

    @Test
    void an_entry_is_shown_while_it_is_published_and_no_longer() {
        Business business = known();
        String entryId = officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-20")
                .path("entryId");
        bank.looksAt(business)
                .then()
                .body("facts.findAll { it.field == 'abnormalEntry' }.value", contains("ABN_UNREACHABLE"))
                .body("facts.findAll { it.field == 'abnormalEntry' }.since", contains("2026-08-03"));
        officer.removes(entryId, "CURED").then().statusCode(200);
        bank.looksAt(business).then().body("facts.findAll { it.field == 'abnormalEntry' }", hasSize(0));

        officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").then().statusCode(201);
        clock.startAt(Instant.parse("2027-06-30T15:00:00Z"));
        bank.looksAt(business).then().body("facts.findAll { it.field == 'abnormalEntry' }", hasSize(1));
        clock.startAt(Instant.parse("2027-06-30T16:00:00Z"));
        bank.looksAt(business).then().body("facts.findAll { it.field == 'abnormalEntry' }", hasSize(0));
    }

    @Test
    void what_is_withdrawn_during_a_batch_is_delivered_no_more() throws Exception {
        Business first = reporting();
        Business held = reporting();
        Business withdrawn = reporting();
        consents(first, Map.of());
        String heldConsent = consents(held, Map.of());
        String consentId = consents(withdrawn, Map.of());
        List<String> lines = new ArrayList<>();
        try (Connection blocking = database.connect()) {
            lock(blocking, heldConsent);
            try (BufferedReader batch = beginsBatch(first, held, withdrawn)) {
                lines.add(Objects.requireNonNull(batch.readLine()));
                withdraws(withdrawn, consentId).then().statusCode(200);
                blocking.rollback();
                batch.lines().forEach(lines::add);
            }
        }
        assertThat(lines)
                .extracting(line -> JsonPath.from(line).getString("uscc"))
                .containsExactly(
                        first.uscc().value(),
                        held.uscc().value(),
                        withdrawn.uscc().value());
        assertThat(lines)
                .extracting(line -> JsonPath.from(line).getString("consented.outcome"))
                .containsExactly("DELIVERED", "DELIVERED", "CONSENT_WITHDRAWN");
        assertThat(lines.get(2)).doesNotContain("182000.50");
        page.get(looksAt(withdrawn)).then().body("items.outcome", contains("CONSENT_WITHDRAWN"));
    }

    @Test
    void an_operator_change_during_a_look_leaves_the_bank_nothing_that_the_former_one_agreed_to() throws Exception {
        Business business = reporting();
        String consentId = consents(business, Map.of());
        String waiting = "select count(*) from information_schema.processlist"
                + " where info like 'select c.consent_id%for update'";
        CompletableFuture<Response> look;
        try (Connection blocking = database.connect()) {
            lock(blocking, consentId);
            look = CompletableFuture.supplyAsync(() -> bank.looksAt(business, "turnover"));
            await("the look waits for the consent")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> database.number(waiting) > 0);
            try (var statement = blocking.prepareStatement("update business set tenure_id = ? where biz_id = ?")) {
                statement.setString(1, UUID.randomUUID().toString());
                statement.setString(2, business.id().value());
                statement.executeUpdate();
            }
            blocking.commit();
        }
        assertRefused(look.get(), "CONSENT_ENDED");
    }

    @Test
    void a_batch_tells_each_business_for_itself_and_takes_no_more_than_500() {
        Business open = reporting();
        Business closed = reporting();
        consents(open, Map.of());
        Business nobody = Register.business(Register.COUNTY);
        List<JsonPath> lines = bank.looksAtAll(List.of("turnover"), closed, nobody, open, closed);
        assertThat(lines).extracting(line -> line.getBoolean("found")).containsExactly(true, false, true);
        assertThat(lines.get(0).getString("consented.outcome")).isEqualTo("NO_CONSENT");
        assertThat(lines.get(1).getString("consented")).isNull();
        assertThat(facts(lines.get(2), "consented.facts")).containsExactly("L2 turnover=182000.50 (2025)");

        List<String> many = IntStream.rangeClosed(1, 501)
                .mapToObj(n -> UnifiedSocialCreditCode.synthetic(Register.COUNTY, 90_000 + n)
                        .value())
                .toList();
        bank.request()
                .body(Map.of("purpose", PURPOSE, "uscc", many))
                .post("/credit-profiles/batch")
                .then()
                .statusCode(422)
                .body("violations.code", contains("sharing.count"));
        bank.get("/credit-profiles/" + nobody.uscc() + "?purpose=" + PURPOSE)
                .then()
                .statusCode(404);
    }

    @Test
    void a_consent_serves_its_own_bank_for_its_own_purpose_and_fields_and_in_its_time_only() {
        Business business = reporting();
        consents(business, Map.of("from", "2026-08-10"));
        assertRefused(bank.looksAt(business, "turnover"), "CONSENT_NOT_YET_VALID");
        clock.startAt(Instant.parse("2026-08-10T02:00:00Z"));
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("DELIVERED"));

        assertRefused(rival.looksAt(business, "turnover"), "NO_CONSENT");
        assertRefused(bank.looksFor("POST_LOAN", business, "turnover"), "NO_CONSENT");
        assertRefused(bank.looksAt(business, "turnover", "taxPaid"), "FIELD_NOT_CONSENTED");
        assertRefused(bank.looksAt(business, "turnover", "contactPhone"), "FIELD_NEVER_SHARED");
        clock.startAt(Instant.parse("2026-11-01T02:00:00Z"));
        assertRefused(bank.looksAt(business, "turnover"), "CONSENT_EXPIRED");

        officer.get(looksAt(business))
                .then()
                .body(
                        "items.outcome",
                        contains(
                                "CONSENT_EXPIRED",
                                "FIELD_NEVER_SHARED",
                                "FIELD_NOT_CONSENTED",
                                "NO_CONSENT",
                                "NO_CONSENT",
                                "DELIVERED",
                                "CONSENT_NOT_YET_VALID"))
                .body("items[4].organisation", equalTo("FI-620702-BANKB"));
    }

    @Test
    void a_request_that_is_repeated_or_copied_is_a_new_look_and_gets_what_its_sender_may_have_now() {
        Business business = reporting();
        String consentId = consents(business, Map.of());
        String key = UUID.randomUUID().toString();
        String path = "/credit-profiles/" + business.uscc() + "?purpose=" + PURPOSE + "&fields=turnover";
        bank.request()
                .header("Idempotency-Key", key)
                .get(path)
                .then()
                .body("consented.outcome", equalTo("DELIVERED"))
                .body("consented.callsLeft", equalTo(9));
        assertRefused(rival.request().header("Idempotency-Key", key).get(path), "NO_CONSENT");
        bank.request().header("Idempotency-Key", key).get(path).then().body("consented.callsLeft", equalTo(8));
        withdraws(business, consentId).then().statusCode(200);
        assertRefused(bank.request().header("Idempotency-Key", key).get(path), "CONSENT_WITHDRAWN");
    }

    @Test
    void no_more_calls_are_answered_than_were_agreed_even_when_many_come_at_once() throws Exception {
        Business business = reporting();
        String consentId = consents(business, Map.of("maxCalls", 3));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<String> outcomes = new ArrayList<>();
        try {
            List<Future<String>> calls = callers.invokeAll(Collections.nCopies(
                    8, () -> bank.looksAt(business, "turnover").path("consented.outcome")));
            for (Future<String> call : calls) {
                outcomes.add(call.get());
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(Collections.frequency(outcomes, "DELIVERED")).isEqualTo(3);
        assertThat(Collections.frequency(outcomes, "CALLS_USED_UP")).isEqualTo(5);
        officer.get("/businesses/" + business.id() + "/consents")
                .then()
                .body("items.find { it.consentId == '" + consentId + "' }.callsMade", equalTo(3));
        assertThat(officer.get(looksAt(business)).jsonPath().getList("items")).hasSize(8);
    }

    @Test
    void what_the_register_left_in_doubt_is_told_to_nobody_and_of_the_licence_nothing_but_that_it_is_unknown() {
        Business business = reporting();
        consents(business, Map.of());
        execute("update business set doubtful = true where biz_id = '" + business.id() + "'");
        Response answer = bank.looksAt(business, "turnover");
        assertRefused(answer, "REGISTER_IN_DOUBT");
        answer.then().body("unknown", contains("publishedTaxArrears", "operatorName", "scope", "premises"));
        assertThat(answer.asString()).doesNotContain("王老板", "餐饮服务", "南街1号");
    }

    @Test
    void no_answer_holds_what_is_never_told() {
        Business business = reporting();
        SharingRules rules = SharingRules.bundled();
        List<String> consentable = rules.fields(Layer.L2, LocalDate.of(2026, 8, 3));
        Set<String> never = new HashSet<>(rules.fields(Layer.L3, LocalDate.of(2026, 8, 3)));
        consents(business, Map.of("fields", consentable));
        bank.follows(business).then().statusCode(200);
        officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-20")
                .then()
                .statusCode(201);
        register.stream.publish(business.id(), Register.operatorRenamed(business));
        await("the next name is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.looksAt(business).asString().contains("王新名"));

        Response all = bank.looksAt(business, consentable.toArray(String[]::new));
        assertThat(facts(all.jsonPath(), "consented.facts"))
                .containsExactly("L2 turnover=182000.50 (2025)", "L2 taxPaid=0 (2025)", "L2 employees=2 (2025)");
        List<String> answers = new ArrayList<>(List.of(
                all.asString(),
                bank.looksAt(business).asString(),
                bank.request()
                        .body(BankDesk.asked(consentable, business))
                        .post("/credit-profiles/batch")
                        .asString(),
                bank.get("/subscriptions/changes").asString()));
        never.forEach(field -> answers.add(bank.looksAt(business, field).asString()));
        assertThat(ResidentId.synthetic(Register.COUNTY, 1).value()).containsPattern(RESIDENT_ID);
        assertThat(answers).allSatisfy(answer -> {
            // the phone of the report, and phone, residence and number of the operator whose name is public
            assertThat(answer).doesNotContain("13909360001", "13809361234", "甘州区北街1号");
            assertThat(answer).doesNotContainPattern(RESIDENT_ID);
            assertThat(answer).doesNotContain("\"L3\"");
            never.forEach(field -> assertThat(answer).doesNotContain(field));
        });
    }

    @Test
    void wrong_questions_are_told_and_recorded_nowhere() {
        Business business = known();
        bank.looksFor("CURIOSITY", business).then().statusCode(422).body("violations.pointer", contains("/purpose"));
        bank.looksAt(business, "favouriteColour")
                .then()
                .statusCode(422)
                .body("violations.code", contains("sharing.unknown-field"));
        officer.get(looksAt(business)).then().body("items", equalTo(List.of()));
        officer.get("/businesses/" + UUID.randomUUID() + "/looks").then().statusCode(404);
    }

    @Test
    void the_terms_say_in_which_layer_each_field_is_and_on_what_ground() {
        page.get("/sharing-terms")
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("credit.sharing/2026.3"))
                .body("longestConsentDays", equalTo(366))
                .body("fields.find { it.code == 'turnover' }.layer", equalTo("L2"))
                .body("fields.find { it.code == 'turnover' }.clause", equalTo("中华人民共和国个人信息保护法第十四条、第二十三条"))
                .body("fields.find { it.code == 'publishedTaxArrears' }.clause", equalTo("欠税公告办法（国家税务总局令第61号）"))
                .body("unknown", equalTo(List.of()))
                .body("purposes.code", contains("LOAN_APPLICATION", "POST_LOAN"))
                .body("recipients.code", contains("FI-620702-BANKA", "FI-620702-BANKB"));
    }

    /** What the bank reads of penalties and the serious-violation list. */
    private List<String> shown(Business business) {
        return bank.looksAt(business).jsonPath().<Map<String, Object>>getList("facts").stream()
                .filter(fact -> List.of("penalty", "seriousEntry").contains(fact.get("field")))
                .map(fact -> fact.get("field") + "=" + fact.get("value") + " since " + fact.get("since"))
                .toList();
    }

    private static List<String> facts(JsonPath profile, String part) {
        return profile.<Map<String, Object>>getList(part).stream()
                .map(fact -> fact.get("layer") + " " + fact.get("field") + "=" + fact.get("value")
                        + (fact.get("year") == null ? "" : " (" + fact.get("year") + ")"))
                .toList();
    }

    /** What is public is told all the same. */
    private static void assertRefused(Response answer, String outcome) {
        answer.then()
                .statusCode(200)
                .body("facts.find { it.field == 'status' }.value", equalTo("ACTIVE"))
                .body("consented.outcome", equalTo(outcome))
                .body("consented.facts", equalTo(List.of()));
        assertThat(answer.asString()).doesNotContain("182000.50");
    }

    /** No table of this service could hold a charge, and no document of it names one. */
    private void assertNothingIsBilled() {
        assertThat(database.number("select count(*) from information_schema.columns where table_schema = database()"
                        + " and concat(table_name, ' ', column_name) regexp"
                        + " '(^|[_ ])(fee|fees|price|bill|billing|charge|charged|invoice|tariff|quota_paid)($|[_ ])'"))
                .isZero();
        assertThat(bank.request().get("/q/openapi?format=json").asString().toLowerCase(Locale.ROOT))
                .doesNotContain("billing")
                .doesNotContain("price")
                .doesNotContain("invoice");
    }

    private BufferedReader beginsBatch(Business... businesses) throws IOException, InterruptedException {
        String body = new ObjectMapper().writeValueAsString(BankDesk.asked(List.of("turnover"), businesses));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/credit-profiles/batch"))
                .header("Authorization", "Bearer " + bank.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return new BufferedReader(new InputStreamReader(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                UTF_8));
    }

    private static void lock(Connection connection, String consentId) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select 1 from consent where consent_id = ? for update")) {
            statement.setString(1, consentId);
            statement.executeQuery();
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String consents(Business business, Map<String, Object> otherwise) {
        Map<String, Object> terms = ConsentIT.terms();
        terms.putAll(otherwise);
        Response given = page.post("/businesses/" + business.id() + "/consents", terms);
        given.then().statusCode(201);
        return given.path("consentId");
    }

    private Response withdraws(Business business, String consentId) {
        return page.post("/businesses/" + business.id() + "/consents/" + consentId + "/withdrawal", null);
    }

    private static String looksAt(Business business) {
        return "/businesses/" + business.id() + "/looks";
    }

    /** A business that filed its report, late. */
    private Business reporting() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        return business;
    }
}
