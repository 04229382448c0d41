package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.FAMILY_INTERNAL;
import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.DomainEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Changed;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TestClock;
import io.hutong.testing.TopicReader;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RegistrationServers
class LifeCycleIT {
    private static final LocalDate IN_TWO_YEARS = LocalDate.now(LegalTime.ZONE).plusYears(2);

    private static StreamFixture reader;
    private static TopicReader topic;

    @Inject
    TestClock clock;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();

    @BeforeAll
    static void open() {
        reader = StreamFixture.of("registration");
        topic = TopicReader.of("registration.events");
    }

    @AfterAll
    static void close() {
        reader.close();
        topic.close();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void name_scope_and_premises_change_together_and_the_past_stays_readable() {
        clock.startAt(Instant.parse("2026-03-02T02:00:00Z"));
        String bizId = clerk.open(Clerk.aShop(number));
        clock.startAt(Instant.parse("2026-05-04T02:00:00Z"));
        String name = "张掖市甘州区新" + number + "茶馆（个体工商户）";
        Response changed = clerk.post(
                "/businesses/" + bizId + "/changes",
                Map.of(
                        "name",
                        name,
                        "scope",
                        List.of(Map.of("id", "H6221-01", "text", "茶馆服务")),
                        "premises",
                        List.of(Clerk.place("北街1号")),
                        "effectiveOn",
                        "2026-04-15"),
                1);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(201);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");

        Changed event = (Changed) event(bizId, 2);
        assertThat(event.before().name()).isEqualTo(Clerk.businessName(number));
        assertThat(event.after().name()).isEqualTo(name);
        assertThat(event.after().scope()).containsExactly(new ScopeItem("H6221-01", "茶馆服务"));
        assertThat(name(bizId, "asOf=2026-04-14")).isEqualTo(Clerk.businessName(number));
        assertThat(name(bizId, "asOf=2026-04-15")).isEqualTo(name);
        assertThat(name(bizId, "asOf=2026-04-15&knownAt=2026-05-01T00:00:00Z")).isEqualTo(Clerk.businessName(number));
        assertThat(clerk.get("/businesses/" + bizId + "?asOf=2026-03-01").statusCode())
                .isEqualTo(404);
        List<Map<String, Object>> fields =
                clerk.get("/businesses/" + bizId + "/history").jsonPath().getList("items[1].fields");
        assertThat(fields).extracting(field -> field.get("field")).containsExactly("name", "scope", "premises");
        assertThat(fields.get(0))
                .containsEntry("before", Clerk.businessName(number))
                .containsEntry("after", name);
    }

    @Test
    void a_change_touches_only_what_differs_and_a_change_of_nothing_is_refused() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response nothing =
                clerk.post("/businesses/" + bizId + "/changes", Map.of("name", Clerk.businessName(number)), 1);
        assertThat(nothing.jsonPath().getList("violations.code", String.class)).containsExactly("change.nothing");
        clerk.post(
                "/businesses/" + bizId + "/changes",
                Map.of("name", Clerk.businessName(number), "premises", List.of(Clerk.place("南街2号"))),
                1);
        ChangedFacts after = ((Changed) event(bizId, 2)).after();
        assertThat(after.name()).isNull();
        assertThat(after.scope()).isNull();
        assertThat(after.premises()).hasSize(1);
    }

    @Test
    void an_old_name_is_free_again_and_a_day_out_of_order_is_refused() {
        String bizId = clerk.open(Clerk.aShop(number));
        clerk.post("/businesses/" + bizId + "/changes", Map.of("name", "张掖市甘州区改" + number + "面馆（个体工商户）"), 1);
        assertThat(clerk.post("/businesses", Clerk.aShop(number)).statusCode()).isEqualTo(201);
        for (String day : List.of(IN_TWO_YEARS.toString(), "2001-01-01")) {
            Response refused = clerk.post(
                    "/businesses/" + bizId + "/changes",
                    Map.of("premises", List.of(Clerk.place("8号")), "effectiveOn", day),
                    2);
            assertThat(refused.jsonPath().getList("violations.pointer", String.class))
                    .containsExactly("/effectiveOn");
        }
    }

    @Test
    void trade_is_suspended_for_three_years_at_most_all_suspensions_together() {
        String bizId = clerk.open(Clerk.aShop(number));
        LocalDate today = LocalDate.now(LegalTime.ZONE);
        Response tooLong = suspension(bizId, 1, today.plusYears(3).plusDays(1).toString());
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.<String>path("violations[0].code")).isEqualTo("suspension.too-long");
        assertThat(tooLong.<String>path("violations[0].message"))
                .contains(today.plusYears(3).toString());

        assertThat(suspension(bizId, 1, today.plusYears(3).toString()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void trade_is_suspended_and_resumed() {
        String bizId = clerk.open(Clerk.aShop(number));
        assertThat(clerk.post("/businesses/" + bizId + "/resumption", Map.of(), 1)
                        .statusCode())
                .isEqualTo(409);
        suspend(bizId, 1, IN_TWO_YEARS.toString());
        assertThat(clerk.get("/businesses/" + bizId).<String>path("status")).isEqualTo("SUSPENDED");
        assertThat(clerk.get("/businesses/" + bizId).<String>path("suspension.reason"))
                .isEqualTo("道路施工");
        assertThat(((Suspended) event(bizId, 2)).until()).isEqualTo(IN_TWO_YEARS);
        assertThat(clerk.post("/businesses/" + bizId + "/resumption", Map.of(), 2)
                        .statusCode())
                .isEqualTo(201);
        assertThat(((Resumed) event(bizId, 3)).automatic()).isFalse();
        assertThat(clerk.get("/businesses/" + bizId).<String>path("status")).isEqualTo("ACTIVE");
    }

    @Test
    void a_term_that_is_over_resumes_trade_by_itself() {
        String bizId = clerk.open(Clerk.aShop(number));
        suspend(bizId, 1, IN_TWO_YEARS.toString());
        clock.startAt(
                IN_TWO_YEARS.plusDays(1).atTime(9, 0).atZone(LegalTime.ZONE).toInstant());
        assertThat(((Resumed) event(bizId, 3)).automatic()).isTrue();
        assertThat(clerk.get("/businesses/" + bizId).<String>path("status")).isEqualTo("ACTIVE");
    }

    @Test
    void a_business_off_the_register_takes_no_commands_until_that_is_annulled() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response ended = clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "不再经营"), 1);
        assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(201);
        assertThat(((Deregistered) event(bizId, 2)).reason()).isEqualTo("不再经营");
        for (String command : List.of("changes", "suspension", "resumption", "deregistration", "operator-changes")) {
            Response refused = clerk.post("/businesses/" + bizId + "/" + command, body(command), 2);
            assertThat(refused.statusCode()).as(command).isEqualTo(409);
            assertThat(refused.<String>path("type")).isEqualTo("urn:hutong:problem:business-ended");
            assertThat(refused.<String>path("businessStatus")).isEqualTo("DEREGISTERED");
        }
        assertThat(clerk.post("/businesses", Clerk.aShop(number)).statusCode()).isEqualTo(409);

        JsonPath annulled = annul(ended.path("changeId"), 2);
        assertThat(annulled.getString("status")).isEqualTo("ACTIVE");
        Annulled event = (Annulled) event(bizId, 3);
        assertThat(event.annulledKind()).isEqualTo(ChangeKind.DEREGISTRATION);
        assertThat(event.restored().status()).isEqualTo(BusinessStatus.ACTIVE);
        assertThat(clerk.post("/businesses/" + bizId + "/changes", Map.of("premises", List.of(Clerk.place("又开业"))), 3)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_annulled_operator_change_gives_the_business_back_to_the_former_tenure() {
        String bizId = clerk.open(Clerk.aFamilyShop(number));
        String tenure = clerk.get("/businesses/" + bizId).path("operator.tenureId");
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes",
                        Clerk.operatorChange(FAMILY_INTERNAL, Clerk.operator("试乙" + number, 10 * number + 1)),
                        1)
                .path("changeId");
        annul(changeId, 2);

        JsonPath business = clerk.get("/businesses/" + bizId).jsonPath();
        assertThat(business.getString("operator.tenureId")).isEqualTo(tenure);
        assertThat(business.getString("operator.name")).isEqualTo("试甲" + number);
        assertThat(((Annulled) event(bizId, 3)).restored().tenureId().value()).isEqualTo(tenure);
        assertThat(clerk.get("/operator-changes/" + changeId).<String>path("state"))
                .isEqualTo("ANNULLED");
        JsonPath history = clerk.get("/businesses/" + bizId + "/history").jsonPath();
        assertThat(history.getList("tenures.id", String.class)).containsExactly(tenure);
        assertThat(history.getString("tenures[0].until")).isNull();
        assertThat(history.getString("items[1].annulledBy")).isNotNull();
        Response again = clerk.post("/changes/" + changeId + "/annulment", Map.of("decisionNo", "2", "reason", "x"), 3);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(clerk.post(
                                "/businesses/" + bizId + "/operator-changes",
                                Clerk.operatorChange(FAMILY_INTERNAL, Clerk.operator("试乙" + number, 10 * number + 1)),
                                3)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void with_the_opening_the_whole_registration_is_annulled() {
        String bizId = clerk.post("/businesses", Clerk.aShop(number)).path("bizId");
        String opening = clerk.get("/businesses/" + bizId + "/history").path("items[0].changeId");
        assertThat(annul(opening, 1).getString("status")).isEqualTo("REGISTRATION_ANNULLED");
        Annulled event = (Annulled) event(bizId, 2);
        assertThat(event.annulledKind()).isEqualTo(ChangeKind.OPENING);
        assertThat(clerk.post("/businesses/" + bizId + "/changes", body("changes"), 2)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void an_annulled_name_comes_back_unless_another_business_has_it_by_now() {
        String bizId = clerk.open(Clerk.aShop(number));
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/changes", Map.of("name", "张掖市甘州区换" + number + "面馆（个体工商户）"), 1)
                .path("changeId");
        String other = clerk.open(Clerk.aShop(number));
        Response taken = clerk.post("/changes/" + changeId + "/annulment", Map.of("decisionNo", "1", "reason", "错"), 2);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.<String>path("type")).isEqualTo("urn:hutong:problem:name-taken");
        assertThat(clerk.version(bizId)).isEqualTo(2);

        clerk.post("/businesses/" + other + "/changes", Map.of("name", "张掖市甘州区让" + number + "面馆（个体工商户）"), 1);
        annul(changeId, 2);
        assertThat(clerk.get("/businesses/" + bizId).<String>path("name")).isEqualTo(Clerk.businessName(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deregistered", "annulled"})
    void an_application_falls_with_its_business(String how) {
        String bizId = clerk.open(Clerk.aShop(number));
        String opening = clerk.get("/businesses/" + bizId + "/history").path("items[0].changeId");
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes",
                        Clerk.operatorChange(INTER_VIVOS, Clerk.operator("试丙" + number, 10 * number + 2)),
                        1)
                .path("changeId");
        if (how.equals("annulled")) {
            annul(opening, 2);
        } else {
            clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "歇"), 2);
        }
        assertThat(clerk.get("/operator-changes/" + changeId).<String>path("state"))
                .isEqualTo("WITHDRAWN");
        await("sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> topic.of(BizId.of(bizId)).size() == 4);
        assertThat(topic.typesOf(BizId.of(bizId)).subList(2, 4))
                .containsExactly(
                        "io.hutong.registration.application-withdrawn.v1", "io.hutong.registration." + how + ".v1");
    }

    private Response suspension(String bizId, long version, String until) {
        return clerk.post(
                "/businesses/" + bizId + "/suspension",
                Map.of("until", until, "serviceAddress", Clerk.place("送达地址"), "reason", "道路施工"),
                version);
    }

    private void suspend(String bizId, long version, String until) {
        Response answer = suspension(bizId, version, until);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private JsonPath annul(String changeId, long version) {
        Response answer = clerk.post(
                "/changes/" + changeId + "/annulment", Map.of("decisionNo", "甘市监撤〔2026〕1号", "reason", "虚假材料"), version);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private Object body(String command) {
        return switch (command) {
            case "changes" -> Map.of("premises", List.of(Clerk.place("x")));
            case "suspension" ->
                Map.of("until", IN_TWO_YEARS.toString(), "serviceAddress", Clerk.place("x"), "reason", "x");
            case "deregistration" -> Map.of("reason", "x");
            case "operator-changes" ->
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator("试丙" + number, 10 * number + 2));
            default -> Map.of();
        };
    }

    private String name(String bizId, String query) {
        return clerk.get("/businesses/" + bizId + "?" + query).path("name");
    }

    private static DomainEvent event(String bizId, int version) {
        await("the event is sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> topic.of(BizId.of(bizId)).size() >= version);
        return reader.read(topic.of(BizId.of(bizId)).get(version - 1));
    }
}
