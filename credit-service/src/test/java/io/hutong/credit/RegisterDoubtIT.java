package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent.ConsentEnded;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.events.RegistrationEvent;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.Register;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A doubt about what the register says ends when an officer states what it shows, and not before. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterDoubtIT extends CreditDesks {
    private static final String DOUBTS = "/register-doubts";

    private final BankDesk bank = BankDesk.a();
    private final BankDesk follower = BankDesk.another(TestBanks.next());

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        heard(database);
        on("2026-08-03");
    }

    @Test
    void what_is_as_in_the_register_is_confirmed_and_counts_again() {
        Business business = known();
        page.files(business.id(), Desk.report(2025)).then().statusCode(200);
        page.post("/businesses/" + business.id() + "/consents", ConsentIT.terms())
                .then()
                .statusCode(201);
        follower.follows(business).then().statusCode(200);
        officer.get(DOUBTS + "/" + business.id()).then().statusCode(404);
        leavesOut(business, Register.suspended(business));
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("REGISTER_IN_DOUBT"));

        JsonPath doubt = officer.get(DOUBTS + "/" + business.id()).jsonPath();
        assertThat(doubt.getInt("events")).isEqualTo(1);
        assertThat(doubt.getString("since")).isNotNull();
        assertThat(doubt.getString("known.operatorName")).isEqualTo("王老板");
        assertThat(listed()).contains(business.id().value());

        confirms(business, doubt.getString("version"), shown(business))
                .then()
                .statusCode(200)
                .body("corrected", equalTo(List.of()))
                .body("evidence", equalTo("dj/2026/0803-1"));
        officer.get(DOUBTS + "/" + business.id()).then().statusCode(404);
        assertThat(listed()).doesNotContain(business.id().value());
        officer.get(DOUBTS + "/" + business.id() + "/confirmations")
                .then()
                .body("items.evidence", contains("dj/2026/0803-1"))
                .body("items.by", contains(containsString(Desk.OFFICER)));
        bank.looksAt(business, "turnover")
                .then()
                .body("consented.outcome", equalTo("DELIVERED"))
                .body("unknown", equalTo(List.of()));
        assertThat(follower.changes("").<String>getList("items.facts.what")).containsExactly("UNKNOWN", "KNOWN_AGAIN");
    }

    @Test
    void an_operator_change_that_was_left_out_is_made_up_for_with_all_that_hangs_on_it() {
        Business business = known();
        page.post("/businesses/" + business.id() + "/consents", ConsentIT.terms())
                .then()
                .statusCode(201);
        follower.follows(business).then().statusCode(200);
        var next = new OperatorTenureId(UUID.randomUUID());
        leavesOut(business, Register.passed(business, next));

        Map<String, Object> shown = shown(business);
        shown.put("operator", Map.of("tenureId", next.value(), "name", "李接手"));
        confirms(business, version(business), shown)
                .then()
                .statusCode(200)
                .body("corrected", contains("tenureId", "operatorName"));
        assertThat(stated.about(business, ConsentEnded.class, 1))
                .extracting(ConsentEnded::why)
                .containsExactly(Why.OPERATOR_CHANGED);
        bank.looksAt(business, "turnover")
                .then()
                .body("consented.outcome", equalTo("CONSENT_ENDED"))
                .body("facts.find { it.field == 'operatorName' }.value", equalTo("李接手"));
        page.get("/businesses/" + business.id() + "/consents").then().body("items", equalTo(List.of()));
        assertThat(follower.changes("").<String>getList("items.kind"))
                .containsExactly("RECORDS_CHANGED", "FACTS_CHANGED", "RECORDS_CHANGED");
    }

    @Test
    void a_business_that_has_left_the_register_is_shown_so_once_that_is_stated() {
        Business business = known();
        leavesOut(business, Register.deregistered(business));
        Map<String, Object> shown = shown(business);
        shown.put("status", "DEREGISTERED");
        confirms(business, version(business), shown).then().statusCode(200).body("corrected", contains("status"));
        page.files(business.id(), Desk.report(2025))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:business-ended"));
    }

    @Test
    void a_business_that_was_taken_back_from_the_separate_register_is_shown_so_once_that_is_stated() {
        Business business = known();
        register.stream.publish(business.id(), Register.separated(business));
        inbox().awaits(business.id(), 2);
        leavesOut(business, Register.restored(business, BusinessStatus.ACTIVE));
        confirms(business, version(business), shown(business))
                .then()
                .statusCode(200)
                .body("corrected", contains("status"));
        bank.looksAt(business).then().body("facts.find { it.field == 'status' }.value", equalTo("ACTIVE"));
    }

    @Test
    void an_address_that_was_left_out_cures_the_entry_of_a_business_that_was_not_found() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-07-02");
        leavesOut(business, Register.suspended(business));
        Map<String, Object> shown = shown(business);
        shown.put(
                "premises", List.of(Map.of("division", Register.TOWNSHIP.value(), "text", "南街9号", "kind", "PHYSICAL")));
        confirms(business, version(business), shown).then().statusCode(200).body("corrected", contains("premises"));
        assertThat(officer.get("/abnormal-removals/due?limit=200").jsonPath().getList("items.entryId"))
                .contains(entryId);
    }

    @Test
    void who_has_not_seen_the_doubt_as_it_is_or_says_not_where_it_was_compared_ends_nothing() {
        Business business = known();
        RawEvent first = leavesOut(business, Register.suspended(business));
        String seen = version(business);
        RawEvent second = leavesOut(
                register.stream
                        .next(business.id(), Register.renamed(business, "张掖市甘州区新名面馆（个体工商户）"))
                        .withHeader("ce_prevdigest", first.digest()),
                business);
        assertThat(officer.get(DOUBTS + "/" + business.id()).jsonPath().getInt("events"))
                .isEqualTo(2);
        confirms(business, seen, shown(business))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:doubt-changed"));
        officer.post(
                        DOUBTS + "/" + business.id() + "/confirmations",
                        Map.of("version", version(business), "register", shown(business), "evidence", "登记档案"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("confirmation.evidence"));
        officer.get(DOUBTS + "/" + business.id()).then().statusCode(200);
        officer.get(DOUBTS + "/" + business.id() + "/confirmations").then().body("items", equalTo(List.of()));

        seen = version(business);
        register.stream.send(register.stream
                .next(business.id(), Register.operatorRenamed(business))
                .withHeader("ce_prevdigest", second.digest()));
        inbox().awaits(business.id(), 4);
        confirms(business, seen, shown(business)).then().statusCode(409);
        confirms(known(), seen, shown(business)).then().statusCode(404);
    }

    /** An event of the register that cannot be read, and is skipped. */
    private RawEvent leavesOut(Business business, RegistrationEvent event) {
        return leavesOut(register.stream.next(business.id(), event), business);
    }

    private RawEvent leavesOut(RawEvent event, Business business) {
        RawEvent broken = event.withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        register.stream.send(broken);
        inbox().parks(business.id(), 1);
        inbox().skips(business.id());
        return broken;
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "credit", "registration-events", "registration");
    }

    private List<String> listed() {
        return officer.get(DOUBTS + "?limit=200").jsonPath().getList("items.bizId");
    }

    private String version(Business business) {
        return officer.get(DOUBTS + "/" + business.id()).path("version");
    }

    private Response confirms(Business business, String version, Map<String, Object> shown) {
        return officer.post(
                DOUBTS + "/" + business.id() + "/confirmations",
                Map.of("version", version, "register", shown, "evidence", "dj/2026/0803-1"));
    }

    /** What the register shows of a business as it was opened. */
    private static Map<String, Object> shown(Business business) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("status", "ACTIVE");
        shown.put("name", "张掖市甘州区老王面馆（个体工商户）");
        shown.put("scope", List.of(Map.of("id", "G1", "text", "餐饮服务")));
        shown.put(
                "premises", List.of(Map.of("division", Register.TOWNSHIP.value(), "text", "南街1号", "kind", "PHYSICAL")));
        shown.put("operator", Map.of("tenureId", business.tenure().value(), "name", "王老板"));
        return shown;
    }
}
