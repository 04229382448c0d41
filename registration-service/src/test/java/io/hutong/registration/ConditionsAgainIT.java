package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static io.hutong.registration.Credit.LAST_YEAR;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.Block;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Conditions that no longer hold when the certificate comes: nothing is registered, nothing is lost, and it goes on by itself. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsAgainIT {
    private static Tax tax;
    private static Credit credit;
    private static TopicReader topic;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    TestClock clock;

    private final Clerk clerk = Clerk.atTheCounter();

    /** An application for the transfer of an old business, for which tax was asked. */
    record Affair(String bizId, String changeId, String tenureId, String heir) {
        BizId id() {
            return BizId.of(bizId);
        }
    }

    @BeforeAll
    static void open() {
        tax = new Tax();
        credit = new Credit();
        topic = TopicReader.of("registration.events");
    }

    @AfterAll
    static void close() {
        tax.close();
        credit.close();
        topic.close();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void with_conditions_still_met_the_certificate_registers_and_the_grounds_say_that_they_were_asked_again() {
        Affair affair = affair();
        says(affair, Credit.filed(LAST_YEAR));
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));

        JsonPath registered = untilState(affair, "REGISTERED");
        assertThat(registered.<Object>get("conditions")).isNull();
        assertThat(steps(affair)).containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "REGISTERED");
        JsonPath grounds = grounds(affair);
        assertThat(grounds.getString("conditionsAgain.outcome")).isEqualTo("MET");
        assertThat(grounds.getString("conditionsAgain.decidedFor"))
                .isEqualTo(LegalTime.today(clock).toString());
        assertThat(grounds.getString("ruling.conditionsBy.outcome")).isEqualTo("MET");
    }

    @Test
    void who_was_listed_meanwhile_is_not_registered_and_told_why_by_whom_since_when_and_what_would_turn_it() {
        Affair affair = affair();
        assertThat(grounds(affair).<Object>get("conditionsAgain")).isNull();
        ClearanceIssued issued = heldFor(affair, Credit.withoutReport());

        JsonPath held = view(affair);
        assertThat(held.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(held.getString("clearance.state")).isEqualTo("ISSUED");
        assertThat(held.getString("clearance.certificateId"))
                .isEqualTo(issued.certificateId().value());
        assertThat(held.getString("conditions.ruleSet")).isEqualTo("registration.operator-change-conditions/2025.1");
        assertThat(held.getString("conditions.askedOn"))
                .isEqualTo(LegalTime.today(clock).toString());
        assertThat(held.getList("conditions.unmet.condition", String.class)).containsExactly("C3", "C4");
        assertThat(held.getList("conditions.unmet.answeredBy", String.class))
                .containsExactly("AMR_CREDIT", "AMR_CREDIT");
        assertThat(held.getString("conditions.unmet[1].zh"))
                .isEqualTo("在经营异常名录或严重违法失信名单（个体工商户登记管理规定（市场监管总局令第103号）第十八条）");
        assertThat(held.getString("conditions.unmet[1].en"))
                .isEqualTo("C4, on the abnormal or serious-violation list"
                        + " (Registration of Individual Businesses (SAMR Order 103) art. 18)");
        assertThat(turns(held)).containsExactly(List.of("LAST_REPORT_FILED yes", "LISTED no"));
        assertThat(held.getList("conditions.unmet.who", String.class)).containsExactly("BIZ", "BIZ");
        String since = held.getString("conditions.unmet[0].since");
        assertThat(held.getList("openPoints"))
                .isEqualTo(List.of(
                        Map.of("who", "BIZ", "what", "C3", "count", 1, "since", since),
                        Map.of("who", "BIZ", "what", "C4", "count", 1, "since", since)));
        assertThat(steps(affair)).containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "CONDITIONS_UNMET");
        JsonPath grounds = grounds(affair);
        assertThat(grounds.getString("ruling.conditionsBy.outcome")).isEqualTo("MET");
        assertThat(grounds.getString("conditionsAgain.outcome")).isEqualTo("REFUSED");
        assertThat(grounds.prettify()).contains("甘市监异字〔2026〕1号");

        assertThat(operator(affair)).isNotEqualTo(affair.heir());
        assertThat(stated(affair)).doesNotContain("operator-changed");
        assertThat(clerk.get("/operator-changes?state=AWAITING_CONDITIONS&limit=200")
                        .jsonPath()
                        .getList("items.changeId", String.class))
                .contains(affair.changeId());
        Response second = clerk.post(
                "/businesses/" + affair.bizId() + "/operator-changes",
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator("另一人", 10 * Clerk.number() + 3)),
                2);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("changeId")).isEqualTo(affair.changeId());
    }

    @Test
    void once_the_late_report_is_filed_and_the_entry_removed_it_is_registered_by_itself() {
        Affair affair = affair();
        AbnormalListed entry = Credit.withoutReport();
        ClearanceIssued issued = heldFor(affair, entry);
        String since = view(affair).getString("conditions.unmet[1].since");

        credit.says(affair.bizId(), Credit.filed(LAST_YEAR));
        await("one condition less")
                .until(() -> view(affair).getList("conditions.unmet.condition").equals(List.of("C4")));
        assertThat(view(affair).getString("conditions.unmet[0].since")).isEqualTo(since);

        RawEvent removal = credit.stream.publish(affair.id(), Credit.removed(entry));
        JsonPath registered = untilState(affair, "REGISTERED");
        assertThat(registered.<Object>get("conditions")).isNull();
        assertThat(registered.getString("effectiveOn"))
                .isEqualTo(LegalTime.today(clock).toString());
        assertThat(registered.getList("timeline.detail", String.class))
                .containsExactly("", "NEVER_TAXED", "C3, C4", "C4", "");
        assertThat(operator(affair)).isEqualTo(affair.heir());
        RawEvent said = changed(affair);
        assertThat(said.header("ce_causationid")).isEqualTo(removal.header("ce_id"));
        assertThat(((OperatorChanged) tax.stream.read(said)).certificateId()).isEqualTo(issued.certificateId());
        assertThat(grounds(affair).getString("conditionsAgain.outcome")).isEqualTo("MET");
        assertThat(database.number(
                        "select count(*) from operator_change where change_id = ? and request is null",
                        affair.changeId()))
                .isEqualTo(1);
    }

    @Test
    void who_was_put_on_the_serious_violation_list_meanwhile_waits_until_it_has_left() {
        Affair affair = affair();
        SeriousListed entry = Credit.seriously();
        heldFor(affair, entry);
        assertThat(view(affair).getList("conditions.unmet.condition", String.class))
                .containsExactly("C4");

        credit.says(affair.bizId(), Credit.removed(entry));
        untilState(affair, "REGISTERED");
    }

    @Test
    void a_removal_that_comes_before_the_certificate_leaves_nothing_to_wait_for() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        says(affair, entry);
        says(affair, Credit.removed(entry));
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));

        untilState(affair, "REGISTERED");
        assertThat(steps(affair)).containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "REGISTERED");
    }

    @Test
    void a_certificate_that_expired_while_it_waited_is_asked_for_anew_once_the_conditions_are_met() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        says(affair, entry);
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId(), LegalTime.today(clock)));
        untilState(affair, "AWAITING_CONDITIONS");

        clock.advance(Duration.ofDays(1));
        JsonPath lapsed = view(affair);
        assertThat(lapsed.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(lapsed.getList("openPoints.who", String.class)).containsExactly("BIZ", "AMR");
        assertThat(lapsed.getList("openPoints.what", String.class)).containsExactly("C4", "CLEAR_AGAIN");
        RawEvent removal = credit.stream.publish(affair.id(), Credit.removed(entry));
        JsonPath again = untilState(affair, "AWAITING_TAX_CLEARANCE");
        assertThat(again.<Object>get("conditions")).isNull();
        assertThat(again.getString("clearance.state")).isEqualTo("REQUESTED");
        assertThat(again.getList("openPoints.what", String.class)).containsExactly("CLEAR");
        assertThat(steps(affair)).endsWith("CONDITIONS_UNMET", "CLEARANCE_EXPIRED", "CLEARANCE_REQUESTED");
        await("tax is asked again")
                .until(() -> said(affair, "clearance-requested").size() == 2);
        assertThat(said(affair, "clearance-requested").get(1).header("ce_causationid"))
                .isEqualTo(removal.header("ce_id"));
        assertThat(operator(affair)).isNotEqualTo(affair.heir());

        ClearanceIssued second = Tax.issued(affair.changeId(), affair.tenureId());
        tax.says(affair.bizId(), second);
        untilState(affair, "REGISTERED");
        OperatorChanged changed = (OperatorChanged) tax.stream.read(changed(affair));
        assertThat(changed.certificateId()).isEqualTo(second.certificateId());
    }

    @Test
    void for_a_certificate_that_comes_after_its_last_day_tax_is_asked_for_another() {
        Affair affair = affair();
        ClearanceIssued late = Tax.issued(
                affair.changeId(), affair.tenureId(), LegalTime.today(clock).minusDays(1));
        says(affair, late);
        JsonPath again = view(affair);
        assertThat(again.getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(again.getString("clearance.state")).isEqualTo("REQUESTED");
        assertThat(steps(affair))
                .containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "CLEARANCE_EXPIRED", "CLEARANCE_REQUESTED");
        await("tax is asked again")
                .until(() -> said(affair, "clearance-requested").size() == 2);

        says(affair, Tax.clearanceHeld(affair.changeId(), Tax.PAY));
        says(affair, new ClearanceRevoked(ChangeId.of(affair.changeId()), late.certificateId(), "OFFICER_DECISION"));
        assertThat(view(affair).getString("clearance.state")).isEqualTo("HELD");
        assertThat(view(affair).getList("openPoints.what", String.class)).containsExactly("PAY");

        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));
        untilState(affair, "REGISTERED");
    }

    @Test
    void a_certificate_that_was_revoked_while_it_waited_registers_nothing_when_the_conditions_are_met() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        ClearanceIssued issued = heldFor(affair, entry);
        says(
                affair,
                new ClearanceRevoked(
                        ChangeId.of(affair.changeId()), issued.certificateId(), TaxEvent.OFFICER_DECISION));
        assertThat(view(affair).getString("clearance.state")).isEqualTo("REVOKED");
        says(affair, Tax.clearanceHeld(affair.changeId(), new Block(Block.Class.TAX_INTERNAL, 1)));
        JsonPath back = view(affair);
        assertThat(back.getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(back.getString("clearance.state")).isEqualTo("HELD");
        assertThat(back.getList("openPoints.who", String.class)).containsExactly("TAX");
        assertThat(back.getList("openPoints.what", String.class)).containsExactly("TAX_INTERNAL");

        says(affair, Credit.removed(entry));
        assertThat(view(affair).getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(operator(affair)).isNotEqualTo(affair.heir());

        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));
        untilState(affair, "REGISTERED");
    }

    @Test
    void an_application_that_waits_for_its_conditions_can_be_withdrawn_and_stays_so() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        heldFor(affair, entry);
        Response withdrawn =
                clerk.post("/operator-changes/" + affair.changeId() + "/withdrawal", Map.of("reason", "不转了"));
        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);

        says(affair, Credit.removed(entry));
        JsonPath ended = view(affair);
        assertThat(ended.getString("state")).isEqualTo("WITHDRAWN");
        assertThat(ended.<Object>get("conditions")).isNull();
        assertThat(ended.<Object>get("clearance")).isNull();
        assertThat(ended.getList("openPoints")).isEmpty();
        await("tax is told").until(() -> said(affair, "application-withdrawn").size() == 1);
        assertThat(said(affair, "operator-changed")).isEmpty();
        assertThat(operator(affair)).isNotEqualTo(affair.heir());
        Response anew = clerk.post(
                "/businesses/" + affair.bizId() + "/operator-changes",
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator("另一人", 10 * Clerk.number() + 3)),
                3);
        assertThat(anew.statusCode()).as(anew.asString()).isEqualTo(202);
    }

    @Test
    void a_business_that_leaves_the_register_takes_its_waiting_application_along() {
        Affair affair = affair();
        heldFor(affair, Credit.unreachable());
        clerk.post("/businesses/" + affair.bizId() + "/deregistration", Map.of("reason", "不再经营"), 2)
                .then()
                .statusCode(201);
        assertThat(view(affair).getString("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_certificate_that_comes_twice_is_taken_once_and_another_one_takes_its_place() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        says(affair, entry);
        ClearanceIssued first = Tax.issued(affair.changeId(), affair.tenureId());
        RawEvent event = tax.stream.publish(affair.id(), first);
        tax.stream.send(event, event);
        ClearanceIssued second = Tax.issued(affair.changeId(), affair.tenureId());
        says(affair, second);
        says(affair, new ClearanceRevoked(ChangeId.of(affair.changeId()), first.certificateId(), "OFFICER_DECISION"));

        assertThat(steps(affair))
                .containsExactly(
                        "CLEARANCE_REQUESTED",
                        "CLEARANCE_ISSUED",
                        "CONDITIONS_UNMET",
                        "CLEARANCE_ISSUED",
                        "CLEARANCE_REVOKED");
        assertThat(view(affair).getString("state")).isEqualTo("AWAITING_CONDITIONS");

        credit.says(affair.bizId(), Credit.removed(entry));
        untilState(affair, "REGISTERED");
        OperatorChanged changed = (OperatorChanged) tax.stream.read(changed(affair));
        assertThat(changed.certificateId()).isEqualTo(second.certificateId());
    }

    @Test
    void certificates_and_removals_that_come_at_once_register_each_application_once() {
        List<Affair> affairs = IntStream.range(0, 8).mapToObj(i -> affair()).toList();
        List<AbnormalListed> entries =
                affairs.stream().map(affair -> Credit.unreachable()).toList();
        for (int i = 0; i < affairs.size(); i++) {
            credit.says(affairs.get(i).bizId(), entries.get(i));
        }
        affairs.forEach(affair -> creditInbox()
                .awaits(affair.id(), credit.stream.madeFor(affair.id()).size()));

        CompletableFuture<Void> taxing = runAsync(() ->
                affairs.forEach(affair -> tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()))));
        CompletableFuture<Void> crediting = runAsync(() -> IntStream.range(0, affairs.size())
                .forEach(i -> credit.says(affairs.get(i).bizId(), Credit.removed(entries.get(i)))));
        CompletableFuture.allOf(taxing, crediting).join();

        assertThat(affairs).allSatisfy(affair -> {
            untilState(affair, "REGISTERED");
            assertThat(Collections.frequency(steps(affair), "REGISTERED")).isEqualTo(1);
            changed(affair);
            assertThat(clerk.get("/businesses/" + affair.bizId() + "/history")
                            .jsonPath()
                            .getList("items"))
                    .hasSize(2);
        });
    }

    @Test
    void a_withdrawal_that_waited_for_another_worker_sees_what_that_one_did() throws SQLException {
        Affair affair = affair();
        heldFor(affair, Credit.unreachable());
        try (var worker = database.connect();
                var lock = worker.prepareStatement("select * from stream where biz_id = ? for update");
                var registered = worker.prepareStatement("update tracked_change set state = ? where change_id = ?")) {
            worker.setAutoCommit(false);
            lock.setString(1, affair.bizId());
            lock.execute();
            CompletableFuture<Response> answer = supplyAsync(() ->
                    clerk.post("/operator-changes/" + affair.changeId() + "/withdrawal", Map.of("reason", "不转了")));
            await("the withdrawal waits for the business")
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> !answer.isDone());
            registered.setString(1, "REGISTERED");
            registered.setString(2, affair.changeId());
            registered.execute();
            worker.commit();

            assertThat(answer.join().statusCode()).isEqualTo(409);
            assertThat(answer.join().<String>path("state")).isEqualTo("REGISTERED");
        }
        assertThat(view(affair).getString("state")).isEqualTo("REGISTERED");
    }

    @Test
    void without_a_removal_which_nobody_could_read_it_waits_until_credit_has_said_who_is_on_the_list() {
        Affair affair = affair();
        AbnormalListed first = Credit.unreachable();
        AbnormalListed second = Credit.withoutReport();
        says(affair, first);
        heldFor(affair, second);
        RawEvent broken = credit.stream
                .next(affair.id(), Credit.removed(first))
                .withBody("{\"entryId\":7}".getBytes(StandardCharsets.UTF_8));
        credit.stream.send(broken);
        creditInbox().parks(affair.id(), 1);
        creditInbox().skips(affair.id());

        await("it is asked again")
                .until(() -> view(affair).getList("conditions.unmet.condition").equals(List.of("C4")));
        JsonPath doubted = view(affair);
        assertThat(doubted.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(doubted.getString("conditions.unmet[0].answeredBy")).isEqualTo("AMR_CREDIT");
        assertThat(doubted.getString("conditions.unmet[0].zh")).startsWith("名录情况不明");
        assertThat(turns(doubted)).containsExactly(List.of("LISTED no"));
        assertThat(doubted.getList("openPoints.who", String.class)).containsExactly("AMR_CREDIT");
        assertThat(grounds(affair).getString("conditionsAgain.outcome")).isEqualTo("OPEN");
        assertThat(operator(affair)).isNotEqualTo(affair.heir());

        RawEvent last =
                credit.stream.next(affair.id(), Credit.removed(second)).withHeader("ce_prevdigest", broken.digest());
        credit.stream.send(last);
        untilState(affair, "REGISTERED");
    }

    /** More than one page of the job; one of them cannot be read, another is held by somebody else. */
    @Test
    void what_no_event_tells_is_found_as_time_passes_whatever_becomes_of_one_of_them() throws SQLException {
        List<Affair> affairs = IntStream.range(0, 5).mapToObj(i -> affair()).toList();
        affairs.forEach(affair -> heldFor(affair, Credit.unreachable()));
        Affair unreadable = affairs.get(1);
        Affair taken = affairs.get(3);
        String stored = clearance(unreadable);
        change("update tracked_change set clearance = ? where change_id = ?", "{", unreadable.changeId());
        try (var worker = database.connect();
                var lock = worker.prepareStatement("select * from stream where biz_id = ? for update")) {
            worker.setAutoCommit(false);
            lock.setString(1, taken.bizId());
            lock.execute();
            affairs.forEach(affair ->
                    change("update credit_standing set open_entries = ? where biz_id = ?", "[]", affair.bizId()));
            await("the one that is held is not passed on meanwhile")
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> view(taken).getString("state").equals("AWAITING_CONDITIONS"));
        }
        List.of(affairs.get(0), affairs.get(2), taken, affairs.get(4))
                .forEach(affair -> untilState(affair, "REGISTERED"));
        change("update tracked_change set clearance = ? where change_id = ?", stored, unreadable.changeId());
        untilState(unreadable, "REGISTERED");
    }

    private void change(String sql, String value, String id) {
        try (var connection = database.connect();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setString(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String clearance(Affair affair) throws SQLException {
        try (var connection = database.connect();
                var query = connection.prepareStatement("select clearance from tracked_change where change_id = ?")) {
            query.setString(1, affair.changeId());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Established two years ago, so that its annual reports are asked for. */
    private Affair affair() {
        int number = Clerk.number();
        clock.startAt(clock.instant().minus(Duration.ofDays(731)));
        String bizId = clerk.open(Clerk.aShop(number));
        clock.reset();
        String tenureId = clerk.get("/businesses/" + bizId).path("operator.tenureId");
        String heir = "试丙" + number;
        Response asked = clerk.post(
                "/businesses/" + bizId + "/operator-changes",
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator(heir, 10 * number + 2)),
                1);
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
        return new Affair(bizId, asked.path("changeId"), tenureId, heir);
    }

    /** Listed first, then cleared by tax: with its certificate it waits. */
    private ClearanceIssued heldFor(Affair affair, CreditEvent entry) {
        says(affair, entry);
        ClearanceIssued issued = Tax.issued(affair.changeId(), affair.tenureId());
        tax.says(affair.bizId(), issued);
        untilState(affair, "AWAITING_CONDITIONS");
        return issued;
    }

    /** Publishes and waits until it was taken. */
    private void says(Affair affair, CreditEvent event) {
        credit.says(affair.bizId(), event);
        creditInbox().awaits(affair.id(), credit.stream.madeFor(affair.id()).size());
    }

    private void says(Affair affair, TaxEvent event) {
        tax.says(affair.bizId(), event);
        new TestedInbox(database, "registration", "tax-events", "tax")
                .awaits(affair.id(), tax.stream.madeFor(affair.id()).size());
    }

    private TestedInbox creditInbox() {
        return new TestedInbox(database, "registration", "credit-events", "credit");
    }

    private JsonPath untilState(Affair affair, String state) {
        await("the application is " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> state.equals(view(affair).getString("state")));
        return view(affair);
    }

    private JsonPath view(Affair affair) {
        return clerk.get("/operator-changes/" + affair.changeId()).jsonPath();
    }

    /** What would have to be otherwise, each way with all its facts. */
    private static List<List<String>> turns(JsonPath view) {
        return view.<List<Map<String, String>>>getList("conditions.turnedBy").stream()
                .map(way -> way.stream()
                        .map(turn -> turn.get("fact") + " " + turn.get("to"))
                        .toList())
                .toList();
    }

    private JsonPath grounds(Affair affair) {
        return clerk.get("/operator-changes/" + affair.changeId() + "/grounds").jsonPath();
    }

    private List<String> steps(Affair affair) {
        return view(affair).getList("timeline.what", String.class);
    }

    private String operator(Affair affair) {
        return clerk.get("/businesses/" + affair.bizId()).path("operator.name");
    }

    /** What the register has said of the business, by the last part of its type, as far as it was sent. */
    private static List<String> stated(Affair affair) {
        List<String> kinds = new ArrayList<>();
        topic.of(affair.id())
                .forEach(said -> kinds.add(said.header("ce_type")
                        .replace("io.hutong.registration.", "")
                        .replace(".v1", "")));
        return kinds;
    }

    /** The one event by which the register says that the business was passed on. */
    private static RawEvent changed(Affair affair) {
        await("the change is sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !said(affair, "operator-changed").isEmpty());
        assertThat(said(affair, "operator-changed")).hasSize(1);
        return said(affair, "operator-changed").get(0);
    }

    private static List<RawEvent> said(Affair affair, String kind) {
        return topic.of(affair.id()).stream()
                .filter(said -> said.header("ce_type").equals("io.hutong.registration." + kind + ".v1"))
                .toList();
    }
}
