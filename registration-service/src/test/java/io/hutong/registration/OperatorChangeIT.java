package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.FAMILY_INTERNAL;
import static io.hutong.events.OperatorChangeKind.INHERITANCE;
import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static io.hutong.events.OperatorChangeKind.NAME_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.Block;
import io.hutong.events.DomainEvent;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.RegistrationEvent.OperatorRenamed;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TopicReader;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@RegistrationServers
class OperatorChangeIT {
    private static Tax tax;
    private static TopicReader topic;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();
    private final Map<String, Object> heir = Clerk.operator("试乙" + number, 10 * number + 1);
    private final Map<String, Object> stranger = Clerk.operator("试丙" + number, 10 * number + 2);

    @BeforeAll
    static void open() {
        tax = new Tax();
        topic = TopicReader.of("registration.events");
    }

    @AfterAll
    static void close() {
        tax.close();
        topic.close();
    }

    @Test
    void within_the_family_it_is_registered_first_held_by_tax_and_released() {
        String bizId = clerk.open(Clerk.aFamilyShop(number));
        String before = clerk.get("/businesses/" + bizId).path("operator.tenureId");
        Response answer = clerk.post(
                "/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(FAMILY_INTERNAL, heir), 1);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String changeId = answer.path("changeId");
        assertThat(answer.header("Location")).endsWith("/operator-changes/" + changeId);

        JsonPath business = clerk.get("/businesses/" + bizId).jsonPath();
        assertThat(business.getString("operator.name")).isEqualTo("试乙" + number);
        assertThat(business.getString("operator.tenureId")).isNotEqualTo(before);
        assertThat(business.getLong("version")).isEqualTo(2);
        OperatorChanged event = (OperatorChanged) event(bizId, 2);
        assertThat(event.oldTenureId().value()).isEqualTo(before);
        assertThat(event.newTenureId().value()).isEqualTo(business.getString("operator.tenureId"));
        assertThat(List.of(event.regime().name(), event.oldOperatorName(), event.newOperatorName()))
                .containsExactly("POST_SYNC", "试甲" + number, "试乙" + number);

        tax.says(bizId, new ChangeReceived(ChangeId.of(changeId)));
        tax.says(bizId, Tax.held(changeId, Tax.PAY, Tax.FILE));
        JsonPath held = Tax.until(clerk, changeId, "TAX_DIVERGENT");
        assertThat(held.getBoolean("divergent")).isTrue();
        assertThat(held.getString("state")).isEqualTo("REGISTERED");
        String since = held.getString("duties.since[0]");
        assertThat(held.getList("duties.blocks[0]"))
                .isEqualTo(List.of(
                        Map.of("reason", "PAY", "count", 2, "since", since),
                        Map.of("reason", "FILE", "count", 1, "since", since)));
        assertThat(held.getList("openPoints.who", String.class)).containsExactly("BIZ", "BIZ");
        assertThat(clerk.get("/operator-changes?divergent=true&limit=200")
                        .jsonPath()
                        .getList("items.changeId", String.class))
                .contains(changeId);

        tax.says(bizId, Tax.held(changeId, new Block(Block.Class.PAY, 2)));
        Tax.until(clerk, changeId, "ITEM_CLEARED");
        ChangeId earlier = new ChangeId(UUID.randomUUID());
        tax.says(bizId, Tax.held(changeId, new Block(Block.Class.BEHIND_EARLIER, 1, earlier)));
        await("the earlier change is named")
                .until(() -> earlier.value()
                        .equals(clerk.get("/changes/" + changeId).jsonPath().getString("openPoints[0].earlier")));
        JsonPath behind = clerk.get("/changes/" + changeId).jsonPath();
        assertThat(behind.getString("openPoints[0].who")).isEqualTo("TAX");

        tax.says(bizId, Tax.completed(changeId, Mode.AFTER_CLEARANCE));
        JsonPath finished = Tax.until(clerk, changeId, "COMPLETED");
        assertThat(finished.getString("state")).isEqualTo("FINISHED");
        assertThat(finished.getBoolean("divergent")).isFalse();
        assertThat(finished.getList("timeline.what", String.class))
                .containsExactly(
                        "REGISTERED",
                        "RECEIVED",
                        "HELD",
                        "TAX_DIVERGENT",
                        "ITEM_CLEARED",
                        "HELD",
                        "RELEASED",
                        "COMPLETED");
        assertThat(clerk.get("/operator-changes?divergent=true&limit=200")
                        .jsonPath()
                        .getList("items.changeId", String.class))
                .doesNotContain(changeId);
    }

    @Test
    void in_a_list_a_change_behind_another_names_that_one_and_who_must_act_on_it() {
        String bizId = clerk.open(Clerk.aFamilyShop(number));
        String path = "/businesses/" + bizId + "/operator-changes";
        String first =
                clerk.post(path, Clerk.operatorChange(FAMILY_INTERNAL, heir), 1).path("changeId");
        tax.says(bizId, Tax.held(first, Tax.PAY));
        Tax.until(clerk, first, "HELD");
        String second = clerk.post(
                        path, Clerk.operatorChange(FAMILY_INTERNAL, Clerk.operator("试甲" + number, 10 * number)), 2)
                .path("changeId");
        tax.says(bizId, Tax.held(second, new Block(Block.Class.BEHIND_EARLIER, 1, ChangeId.of(first))));
        Tax.until(clerk, second, "HELD");

        List<Map<String, Object>> points = clerk.get("/operator-changes?divergent=true&limit=200")
                .jsonPath()
                .getList("items.find { it.changeId == '" + second + "' }.openPoints");
        assertThat(points).hasSize(1);
        assertThat(points.get(0))
                .containsEntry("who", "BIZ")
                .containsEntry("what", "BEHIND_EARLIER")
                .containsEntry("earlier", first);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTER_VIVOS", "INHERITANCE"})
    void a_transfer_waits_for_clearance_and_registers_itself_with_the_certificate(OperatorChangeKind kind) {
        String bizId = clerk.open(Clerk.aShop(number));
        String tenure = clerk.get("/businesses/" + bizId).path("operator.tenureId");
        Response answer =
                clerk.post("/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(kind, stranger), 1);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String changeId = answer.path("changeId");
        JsonPath waiting = clerk.get("/operator-changes/" + changeId).jsonPath();
        assertThat(waiting.getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(waiting.getList("openPoints.what", String.class)).containsExactly("CLEAR");
        assertThat(clerk.get("/businesses/" + bizId).<String>path("operator.name"))
                .isEqualTo("试甲" + number);

        tax.says(bizId, Tax.clearanceHeld(changeId, Tax.PAY));
        assertThat(Tax.until(clerk, changeId, "CLEARANCE_HELD").getList("openPoints.who", String.class))
                .containsExactly("BIZ");
        ClearanceIssued issued = Tax.issued(changeId, tenure);
        tax.says(bizId, issued);

        JsonPath registered = Tax.until(clerk, changeId, "REGISTERED");
        assertThat(registered.getString("state")).isEqualTo("REGISTERED");
        assertThat(registered.getList("timeline.what", String.class))
                .containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_HELD", "CLEARANCE_ISSUED", "REGISTERED");
        OperatorChanged event = (OperatorChanged) event(bizId, 3);
        assertThat(event.certificateId()).isEqualTo(issued.certificateId());
        assertThat(event.regime().name()).isEqualTo("PRE_CLEARANCE");
        assertThat(clerk.get("/businesses/" + bizId).<String>path("operator.name"))
                .isEqualTo("试丙" + number);
        List<Map<String, Object>> entries =
                clerk.get("/businesses/" + bizId + "/history").jsonPath().getList("items");
        assertThat(entries.get(1)).containsEntry("recordedBy", "amr").containsEntry("kind", "OPERATOR");
    }

    @Test
    void one_application_at_a_time_and_withdrawn_it_makes_room() {
        String bizId = clerk.open(Clerk.aShop(number));
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(INTER_VIVOS, stranger), 1)
                .path("changeId");
        Response second =
                clerk.post("/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(INTER_VIVOS, heir), 2);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("changeId")).isEqualTo(changeId);

        tax.says(bizId, Tax.clearanceHeld(changeId, Tax.PAY));
        Tax.until(clerk, changeId, "CLEARANCE_HELD");
        Response vast = clerk.post("/operator-changes/" + changeId + "/withdrawal", Map.of("reason", "不".repeat(501)));
        assertThat(vast.<String>path("violations[0].pointer")).isEqualTo("/reason");
        Response withdrawn = clerk.post("/operator-changes/" + changeId + "/withdrawal", Map.of("reason", "不转了"));
        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);
        JsonPath ended = clerk.get("/operator-changes/" + changeId).jsonPath();
        assertThat(ended.getString("state")).isEqualTo("WITHDRAWN");
        assertThat(ended.getList("openPoints")).isEmpty();
        assertThat(ended.<Object>get("clearance")).isNull();
        assertThat(event(bizId, 3).getClass().getSimpleName()).isEqualTo("ApplicationWithdrawn");
        Response again = clerk.post("/operator-changes/" + changeId + "/withdrawal", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(clerk.post("/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(INHERITANCE, heir), 3)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void tax_owes_a_clearance_by_a_day_and_a_request_that_its_operator_leaves_out_ends_the_application() {
        String bizId = clerk.open(Clerk.aShop(number));
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(INTER_VIVOS, stranger), 1)
                .path("changeId");
        JsonPath asked = clerk.get("/operator-changes/" + changeId).jsonPath();
        assertThat(asked.getString("duties[0].agency")).isEqualTo("TAX");
        assertThat(asked.getString("duties[0].state")).isEqualTo("OWED");
        assertThat(LocalDate.parse(asked.getString("duties[0].dueOn")))
                .isAfter(LegalTime.today(Clock.systemUTC()).plusDays(10));

        tax.says(bizId, new ChangeRefused(ChangeId.of(changeId), Reason.SKIPPED, TaxEvent.OPERATOR_DECISION));

        JsonPath ended = Tax.until(clerk, changeId, "REFUSED");
        assertThat(ended.getString("state")).isEqualTo("REFUSED");
        assertThat(ended.getList("timeline.detail", String.class)).contains("SKIPPED");
        assertThat(ended.getList("openPoints")).isEmpty();
        assertThat(clerk.post(
                                "/businesses/" + bizId + "/operator-changes",
                                Clerk.operatorChange(INTER_VIVOS, stranger),
                                2)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_refused_clearance_ends_the_application_and_a_late_certificate_changes_nothing() {
        String bizId = clerk.open(Clerk.aShop(number));
        String tenure = clerk.get("/businesses/" + bizId).path("operator.tenureId");
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(INTER_VIVOS, stranger), 1)
                .path("changeId");
        tax.says(bizId, new ClearanceRefused(ChangeId.of(changeId), TaxEvent.OFFICER_DECISION));
        assertThat(Tax.until(clerk, changeId, "REFUSED").getString("state")).isEqualTo("REFUSED");

        ClearanceIssued late = Tax.issued(changeId, tenure);
        tax.says(bizId, late);
        tax.says(bizId, new ClearanceRevoked(ChangeId.of(changeId), late.certificateId(), TaxEvent.OFFICER_DECISION));
        JsonPath view = Tax.until(clerk, changeId, "CLEARANCE_REVOKED");
        assertThat(view.getString("state")).isEqualTo("REFUSED");
        assertThat(clerk.get("/businesses/" + bizId).<String>path("operator.name"))
                .isEqualTo("试甲" + number);
    }

    @Test
    void a_new_name_of_the_same_operator_keeps_the_tenure() {
        String bizId = clerk.open(Clerk.aShop(number));
        String tenure = clerk.get("/businesses/" + bizId).path("operator.tenureId");
        Response answer = clerk.post(
                "/businesses/" + bizId + "/operator-changes",
                Clerk.operatorChange(NAME_ONLY, Clerk.operator("试甲改" + number, 10 * number)),
                1);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        JsonPath business = clerk.get("/businesses/" + bizId).jsonPath();
        assertThat(business.getString("operator.tenureId")).isEqualTo(tenure);
        assertThat(business.getString("operator.name")).isEqualTo("试甲改" + number);
        OperatorRenamed event = (OperatorRenamed) event(bizId, 2);
        assertThat(event.tenureId().value()).isEqualTo(tenure);

        Response other = clerk.post(
                "/businesses/" + bizId + "/operator-changes",
                Clerk.operatorChange(NAME_ONLY, Clerk.operator("别人", 10 * number + 5)),
                2);
        assertThat(other.jsonPath().getList("violations.code", String.class)).containsExactly("operator.name-only");
    }

    @Test
    void conditions_papers_and_persons_are_looked_at_and_all_defects_told() {
        String family = clerk.open(Clerk.aFamilyShop(number));
        String path = "/businesses/" + family + "/operator-changes";
        Response outsider = clerk.post(path, Clerk.operatorChange(FAMILY_INTERNAL, stranger), 1);
        assertThat(outsider.statusCode()).isEqualTo(422);
        assertThat(outsider.jsonPath().getList("violations.code", String.class)).containsExactly("operator.not-family");
        Response same =
                clerk.post(path, Clerk.operatorChange(INTER_VIVOS, Clerk.operator("试甲" + number, 10 * number)), 1);
        assertThat(same.jsonPath().getList("violations.code", String.class)).containsExactly("operator.same");

        Map<String, Object> bare = new HashMap<>(Clerk.operatorChange(INTER_VIVOS, stranger));
        bare.put("documents", List.of());
        bare.put("promises", Map.of("debtsSettled", false));
        Response refused = clerk.post(path, bare, 1);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("type")).isEqualTo("urn:hutong:problem:operator-change-conditions");
        assertThat(refused.jsonPath().getList("violations.code", String.class))
                .contains(
                        "C1",
                        "document.missing.APPLICATION",
                        "document.missing.PROMISE",
                        "document.missing.OPERATOR_ID");
        assertThat(clerk.version(family)).isEqualTo(1);
    }

    @Test
    void every_defect_of_a_request_says_where_it_lies_and_calls_papers_by_their_names() {
        String path = "/businesses/" + clerk.open(Clerk.aShop(number)) + "/operator-changes";
        Map<String, Object> bare = Clerk.operatorChange(INTER_VIVOS, stranger);
        bare.put("documents", List.of());
        bare.put("promises", Map.of());

        List<Map<String, String>> open = clerk.post(path, bare, 1).jsonPath().getList("violations");
        assertThat(open)
                .extracting(one -> one.get("code") + " " + one.get("pointer"))
                .containsExactly(
                        "C1 /promises/debtsSettled",
                        "C4 /promises/conditionsMet",
                        "C5 /promises/conditionsMet",
                        "C6 /promises/conditionsMet",
                        "document.missing.APPLICATION /documents",
                        "document.missing.PROMISE /documents",
                        "document.missing.OPERATOR_ID /documents");
        assertThat(open.get(5).get("message")).isEqualTo("a document is missing: the promise signed by both operators");

        bare.put("promises", Map.of("debtsSettled", false, "noOpenCase", false, "conditionsMet", true));
        assertThat(clerk.request("zh" + number)
                        .header("If-Match", "\"1\"")
                        .header("Accept-Language", "zh-CN")
                        .body(bare)
                        .post(path)
                        .jsonPath()
                        .<Map<String, String>>getList("violations"))
                .extracting(one -> one.get("code") + " " + one.get("pointer"))
                .startsWith("C1 /promises/debtsSettled", "C5 /promises/noOpenCase");
    }

    @Test
    void a_day_cannot_be_asked_for_where_tax_clears_first() {
        String path = "/businesses/" + clerk.open(Clerk.aFamilyShop(number)) + "/operator-changes";
        String today = clerk.get(path.replace("/operator-changes", "")).path("establishedOn");
        Map<String, Object> transfer = Clerk.operatorChange(INTER_VIVOS, stranger);
        transfer.put("effectiveOn", today);
        Response refused = clerk.post(path, transfer, 1);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/effectiveOn");
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("date.after-clearance");

        Map<String, Object> family = Clerk.operatorChange(FAMILY_INTERNAL, heir);
        family.put("effectiveOn", today);
        assertThat(clerk.post(path, family, 1).statusCode()).isEqualTo(201);
    }

    @Test
    void who_is_not_of_age_follows_only_after_a_check_by_hand_and_a_child_never() {
        String path = "/businesses/" + clerk.open(Clerk.aShop(number)) + "/operator-changes";
        stranger.put("birthDate", LocalDate.now(LegalTime.ZONE).minusYears(15).toString());
        assertThat(violations(path, stranger)).containsExactly("operator.under-age /newOperator");
        stranger.put("birthDate", LocalDate.now(LegalTime.ZONE).minusYears(17).toString());
        assertThat(violations(path, stranger)).containsExactly("operator.manual-check /newOperator/ageCheckedBy");
        stranger.put("ageCheckedBy", "王登记");
        assertThat(clerk.post(path, Clerk.operatorChange(INTER_VIVOS, stranger), 1)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_paper_without_a_digest_and_a_vast_request_are_refused_before_tax_is_asked() {
        String path = "/businesses/" + clerk.open(Clerk.aShop(number)) + "/operator-changes";
        Map<String, Object> request = Clerk.operatorChange(INTER_VIVOS, stranger);
        request.put("documents", List.of(Map.of("type", "APPLICATION", "sha256", "none")));
        stranger.put("residence", "东".repeat(501));
        stranger.put("phone", "1\u0000");
        assertThat(clerk.post(path, request, 1).jsonPath().getList("violations.pointer"))
                .containsExactly("/newOperator/residence", "/newOperator/phone", "/documents/0/sha256");
    }

    private List<String> violations(String path, Map<String, Object> newOperator) {
        List<Map<String, String>> found = clerk.post(path, Clerk.operatorChange(INTER_VIVOS, newOperator), 1)
                .jsonPath()
                .getList("violations");
        return found.stream()
                .map(one -> one.get("code") + " " + one.get("pointer"))
                .toList();
    }

    @Test
    void the_grounds_of_the_ruling_are_kept() {
        String bizId = clerk.open(Clerk.aFamilyShop(number));
        String changeId = clerk.post(
                        "/businesses/" + bizId + "/operator-changes", Clerk.operatorChange(FAMILY_INTERNAL, heir), 1)
                .path("changeId");
        JsonPath grounds =
                clerk.get("/operator-changes/" + changeId + "/grounds").jsonPath();
        assertThat(grounds.getString("ruling.regime")).isEqualTo("POST_SYNC");
        assertThat(grounds.getString("ruling.ruleSet")).isEqualTo("registration.operator-change-regime/2025.1");
        assertThat(grounds.getString("ruling.conditionsBy.outcome")).isEqualTo("MET");
        assertThat(grounds.getList("papers.documents.type", String.class)).contains("APPLICATION", "OPERATOR_ID");
    }

    private static DomainEvent event(String bizId, int version) {
        await("the event is sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> topic.of(BizId.of(bizId)).size() >= version);
        RawEvent raw = topic.of(BizId.of(bizId)).get(version - 1);
        assertThat(raw.header("ce_streamversion")).isEqualTo(Integer.toString(version));
        return tax.stream.read(raw);
    }
}
