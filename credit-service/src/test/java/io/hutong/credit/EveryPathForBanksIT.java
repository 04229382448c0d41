package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.ObjectionFiled;
import io.hutong.identity.ResidentId;
import io.hutong.testing.Canaries;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A bank with every consent there is walks through the whole published interface: what is never told is in no answer, refusals
 * included, and in no event about the business. An endpoint that is opened to banks later has to be named here.
 */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPathForBanksIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
    private static final Pattern RESIDENT_ID = Pattern.compile("(?<![0-9A-Z])620702[0-9]{11}[0-9X](?![0-9A-Z])");
    private static final Set<String> TOLD_TO_BANKS = Set.of(
            "GET /credit-profiles/{uscc}",
            "GET /financing-demands",
            "GET /financing-products",
            "GET /sharing-terms",
            "GET /subscriptions/changes",
            "POST /credit-profiles/batch",
            "POST /financing-demands/{demandId}/progress",
            "POST /financing-products",
            "POST /financing-products/{productId}/withdrawal",
            "POST /subscriptions",
            "POST /subscriptions/acknowledgement",
            "POST /subscriptions/cancellation");

    private final SharingRules rules = SharingRules.bundled();
    private final BankDesk bank = BankDesk.a();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Object> bodies = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        heard(database);
        clock.startAt(AUGUST);
    }

    @Test
    void what_is_never_told_is_in_no_answer_and_no_event_whatever_a_bank_asks_for() {
        Business business = known();
        Canaries never = plant(business);
        offer(business);
        Set<String> told = new TreeSet<>();
        published().forEach(endpoint -> {
            Response answer = ask(endpoint);
            if (answer.statusCode() != 403) {
                told.add(endpoint);
                assertThat(answer.statusCode()).as(endpoint).isBetween(200, 299);
            }
            assertHidden(endpoint, answer.asString(), never);
        });
        assertThat(told).isEqualTo(TOLD_TO_BANKS);

        // one by one, for the terms name them and anybody can try
        for (String field : rules.fields(Layer.L3, TODAY)) {
            Response alone = bank.looksAt(business, field);
            alone.then().statusCode(200).body("consented.facts", equalTo(List.of()));
            assertHidden(field, alone.asString(), never);
            Response beside = bank.request()
                    .body(BankDesk.asked(List.of("turnover", field), business))
                    .post("/credit-profiles/batch");
            assertThat(beside.statusCode()).as(field).isEqualTo(200);
            assertThat(beside.asString()).as(field).doesNotContain("182000.50");
            assertHidden(field, beside.asString(), never);
        }
        stated.about(business, AbnormalListed.class, 1);
        stated.about(business, ObjectionFiled.class, 1);
        assertHidden("events", stated.bodies(business), never);
    }

    /** That there is something to be found: the operator and the officer read it. */
    @Test
    void what_was_planted_is_there() {
        Business business = known();
        Canaries never = plant(business);
        String form = page.get("/businesses/" + business.id() + "/annual-reports")
                        .asString()
                + officer.get("/objections/" + places.get("objectionId")).asString()
                + officer.get("/penalties/" + places.get("penaltyId")).asString();
        assertThat(never.in(form)).isTrue();
    }

    private static void assertHidden(String where, String answer, Canaries never) {
        assertThat(never.in(answer)).as(where + ": " + answer).isFalse();
        assertThat(answer).as(where).doesNotContainPattern(RESIDENT_ID);
    }

    /** Phone, home, what was complained and objected, what is not decided yet, being drawn for a check, and a special status. */
    private Canaries plant(Business business) {
        String mark = UUID.randomUUID().toString();
        String phone = "139" + "%08d".formatted(Math.floorMod(mark.hashCode(), 100_000_000));
        Map<String, String> content = new LinkedHashMap<>(Desk.content());
        content.put("contactPhone", phone);
        page.files(business.id(), Desk.report(2025, true, content)).then().statusCode(200);
        String entryId = officer.unreachable(business, "2026-07-20");
        places.put("entryId", entryId);
        places.put("subjectId", entryId);
        Response objection = new ObjectionDesk(officer, page).against(business, "ABNORMAL_ENTRY", entryId);
        objection.then().statusCode(201);
        places.put("objectionId", objection.path("objectionId"));
        String claim = "举报" + mark;
        Response complaint = officer.post(
                "/false-data-reports", Map.of("bizId", business.id().value(), "reportYear", 2025, "claim", claim));
        complaint.then().statusCode(201);
        places.put("reportId", complaint.path("reportId"));
        Map<String, Object> fine = PenaltyDesk.fine(8000, "2026-07-20");
        String undecided = "甘市监处罚〔2026〕" + mark.substring(0, 8) + "号";
        fine.put("decisionNo", undecided);
        places.put("penaltyId", new PenaltyDesk(officer).recorded(business, fine));
        Response drawn = officer.post("/spot-checks", Map.of("reportYear", 2025, "size", 10_000, "seed", "抽查" + mark));
        drawn.then().statusCode(201);
        String checkId = drawn.path("checkId");
        places.put("checkId", checkId);
        try (var agencies = new Agencies()) {
            agencies.exchange.publish(business.id(), Agencies.eligible(business.tenure(), "DEMOBILISED"));
        }
        register.stream.publish(business.id(), Register.operatorRenamed(business));
        await("the next name is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> BankDesk.b().looksAt(business).asString().contains("王新名"));
        assertThat(ResidentId.synthetic(Register.COUNTY, 1).value()).containsPattern(RESIDENT_ID);
        return new Canaries(phone, "13809361234", "甘州区北街1号", "公示的处罚金额不符", claim, undecided, checkId, "DEMOBILISED");
    }

    /** All that a bank can be given: consent to everything, the business followed, and a demand of it. */
    private void offer(Business business) {
        places.put("bizId", business.id().value());
        places.put("uscc", business.uscc().value());
        places.put("reportYear", "2025");
        places.put("platform", "GSX");
        places.put("inbox", "registration-events");
        Map<String, Object> terms = ConsentIT.terms();
        terms.put("fields", rules.fields(Layer.L2, TODAY));
        Response consent = page.post("/businesses/" + business.id() + "/consents", terms);
        consent.then().statusCode(201);
        places.put("consentId", consent.path("consentId"));
        bank.follows(business).then().statusCode(200);
        officer.lists(business.id(), "ABN_NAME", null, "2026-07-20").then().statusCode(201);
        Map<String, Object> wish = Map.of(
                "band",
                "TO_200K",
                "use",
                "STOCK",
                "months",
                12,
                "recipients",
                List.of("FI-620702-BANKA"),
                "evidence",
                "sign/2026/0803-9");
        Response demand = page.post("/businesses/" + business.id() + "/financing-demands", wish);
        demand.then().statusCode(201);
        places.put("demandId", demand.path("demandId"));
        assertThat(bank.get("/financing-demands?limit=200").statusCode()).isEqualTo(200);
        Map<String, Object> product =
                Map.of("name", "商户贷", "band", "TO_200K", "months", 12, "rate", "年化3.45%起", "conditions", "登记满一年");
        places.put("productId", bank.post("/financing-products", product).path("productId"));
        bodies.put("/financing-products", product);
        bodies.put("/financing-demands/{demandId}/progress", Map.of("stage", "TAKEN_UP"));
        bodies.put("/credit-profiles/batch", BankDesk.asked(rules.fields(Layer.L2, TODAY), business));
        Map<String, Object> followed =
                Map.of("purpose", "POST_LOAN", "uscc", List.of(business.uscc().value()));
        bodies.put("/subscriptions", followed);
        bodies.put("/subscriptions/cancellation", followed);
        bodies.put("/subscriptions/acknowledgement", Map.of("upTo", 0));
    }

    /** Every endpoint of the document in the order of the alphabet: what reads comes before what changes. */
    private Set<String> published() {
        Map<String, Map<String, Object>> paths =
                bank.get("/q/openapi?format=json").jsonPath().getMap("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.forEach((path, methods) -> {
            for (String method : List.of("GET", "POST")) {
                if (methods.containsKey(method.toLowerCase(Locale.ROOT))) {
                    endpoints.add(method + " " + path);
                }
            }
            assertThat(Set.of("get", "post", "parameters")).as(path).containsAll(methods.keySet());
        });
        assertThat(endpoints).hasSizeGreaterThan(80);
        return endpoints;
    }

    private Response ask(String endpoint) {
        String template = endpoint.substring(endpoint.indexOf('/'));
        String path = template;
        for (Map.Entry<String, String> place : places.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        path = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        RequestSpecification request = bank.request();
        if (endpoint.startsWith("GET ")) {
            return request.queryParam("purpose", BankDesk.PURPOSE)
                    .queryParam("fields", String.join(",", rules.fields(Layer.L2, TODAY)))
                    .queryParam("limit", 200)
                    .get(path);
        }
        boolean file = template.endsWith("imports");
        return request.contentType(file ? "text/csv" : "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file ? "uscc" : bodies.getOrDefault(template, Map.of()))
                .post(path);
    }
}
