package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.Block;
import io.hutong.events.ChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.SourceLogs;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = SourceLogs.class, initArgs = @ResourceArg(name = "inboxes", value = "registration-events"))
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationEventsIT {
    private static Register register;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    /** Every kind of event about a business that tax has already. */
    enum Kind {
        CHANGED,
        OPERATOR_CHANGED,
        OPERATOR_RENAMED,
        SUSPENDED,
        RESUMED,
        DEREGISTERED,
        ANNULLED,
        CLEARANCE_REQUESTED,
        APPLICATION_WITHDRAWN;

        RegistrationEvent event(Business business, ChangeId change) {
            return switch (this) {
                case CHANGED -> register.renamed(business, change, "新名字");
                case OPERATOR_CHANGED ->
                    register.passed(business, change, business.tenure(), Register.tenure(), Regime.POST_SYNC, null);
                case OPERATOR_RENAMED -> register.operatorRenamed(business, change, "王新名");
                case SUSPENDED -> register.suspended(business, change);
                case RESUMED -> register.resumed(business, change);
                case DEREGISTERED -> register.deregistered(business, change);
                case ANNULLED ->
                    register.annulled(business, change, Register.change(), ChangeKind.FACTS, business.tenure());
                case CLEARANCE_REQUESTED -> register.clearanceAsked(business, change);
                case APPLICATION_WITHDRAWN -> register.withdrawn(business, change);
            };
        }

        List<TaxEvent> answers(ChangeId change) {
            return switch (this) {
                case OPERATOR_CHANGED ->
                    List.of(new ChangeReceived(change), new ChangeCompleted(change, Mode.IMMEDIATE, 0, null));
                case APPLICATION_WITHDRAWN ->
                    List.of(new ChangeRefused(change, Reason.WITHDRAWN, "application withdrawn"));
                default -> List.of(new ChangeReceived(change), new ChangeCompleted(change, Mode.AUTO, 0, null));
            };
        }

        boolean answeredBy(ChangeId change, List<TaxEvent> said) {
            return this == CLEARANCE_REQUESTED
                    ? said.size() == 1 && said.get(0) instanceof ClearanceIssued
                    : said.equals(answers(change));
        }
    }

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void an_opening_makes_the_taxpayer() {
        Business business = register.opened();

        answered(business, business.opening(), Mode.AUTO);
        officer()
                .get("/taxpayers/" + business.id())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("uscc", equalTo(business.uscc().value()))
                .body("operatorName", equalTo("王老板"))
                .body(
                        "tenures[0].residentId",
                        equalTo("**************"
                                + business.operator().residentId().value().substring(14)))
                .body("divergent", equalTo(false));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_is_answered_once_even_when_it_comes_twice(Kind kind) {
        Business business = register.opened();
        ChangeId change = Register.change();
        RawEvent event = register.publish(business, kind.event(business, change));
        register.stream.send(event, event);
        ChangeId last = Register.change();
        register.publish(business, register.renamed(business, last, "最后"));

        answered(business, last, Mode.AUTO);
        assertThat(kind.answeredBy(change, register.answersAbout(business, change)))
                .as("%s", register.answersAbout(business, change))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_comes_before_its_turn_is_taken_in_its_turn(Kind kind) {
        Business business = register.opened();
        ChangeId change = Register.change();
        ChangeId last = Register.change();
        RawEvent first = register.stream.next(business.id(), kind.event(business, change));
        RawEvent second = register.stream.next(business.id(), register.renamed(business, last, "最后"));
        register.stream.sendKeys();
        inbox().canFetch(register.stream, business.id());
        register.stream.send(second, first);

        answered(business, last, Mode.AUTO);
        assertThat(kind.answeredBy(change, register.answersAbout(business, change)))
                .as("%s", register.answersAbout(business, change))
                .isTrue();
        List<TaxEvent> said = register.answers(business);
        assertThat(said.indexOf(register.answersAbout(business, change).get(0)))
                .isLessThan(said.indexOf(register.answersAbout(business, last).get(0)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_cannot_be_read_parks_its_business_and_no_other(Kind kind) {
        Business business = register.opened();
        answered(business, business.opening(), Mode.AUTO);
        ChangeId change = Register.change();
        RawEvent event = register.stream.next(business.id(), kind.event(business, change));
        register.stream.sendKeys();
        register.stream.send(event.withBody("{\"changeId\":7}".getBytes(StandardCharsets.UTF_8)));

        Business other = register.opened();
        answered(other, other.opening(), Mode.AUTO);
        assertThat(register.answersAbout(business, change)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_was_committed_and_not_acknowledged_comes_again_and_is_answered_once(Kind kind) {
        Business business = register.opened();
        answered(business, business.opening(), Mode.AUTO);
        ChangeId change = Register.change();
        RawEvent event = register.stream.next(business.id(), kind.event(business, change));
        register.stream.sendKeys();
        inbox().crashesBehind(business.id(), () -> register.stream.send(event));

        ChangeId last = Register.change();
        register.publish(business, register.renamed(business, last, "最后"));
        answered(business, last, Mode.AUTO);
        assertThat(kind.answeredBy(change, register.answersAbout(business, change)))
                .as("%s", register.answersAbout(business, change))
                .isTrue();
    }

    @Test
    void an_opening_that_was_committed_and_not_acknowledged_makes_one_taxpayer() {
        Business business = register.business();
        RawEvent event = register.stream.next(business.id(), register.opening(business, false));
        register.stream.sendKeys();
        inbox().crashesBehind(business.id(), () -> register.stream.send(event));

        ChangeId last = Register.change();
        register.publish(business, register.renamed(business, last, "最后"));
        answered(business, last, Mode.AUTO);
        opensOnce(business);
    }

    @Test
    void an_opening_that_comes_twice_makes_one_taxpayer() {
        Business business = register.business();
        RawEvent event = register.publish(business, register.opening(business, false));
        register.stream.send(event, event);
        ChangeId last = Register.change();
        register.publish(business, register.renamed(business, last, "最后"));

        answered(business, last, Mode.AUTO);
        opensOnce(business);
    }

    @Test
    void an_opening_that_comes_after_what_follows_it_is_taken_first() {
        Business business = register.business();
        ChangeId last = Register.change();
        RawEvent opening = register.stream.next(business.id(), register.opening(business, false));
        RawEvent second = register.stream.next(business.id(), register.renamed(business, last, "最后"));
        register.stream.sendKeys();
        inbox().canFetch(register.stream, business.id());
        register.stream.send(second, opening);

        answered(business, last, Mode.AUTO);
        opensOnce(business);
        assertThat(register.answers(business))
                .containsExactly(
                        new ChangeReceived(business.opening()),
                        new ChangeCompleted(business.opening(), Mode.AUTO, 0, null),
                        new ChangeReceived(last),
                        new ChangeCompleted(last, Mode.AUTO, 0, null));
        officer().get("/taxpayers/" + business.id()).then().body("name", equalTo("最后"));
    }

    @Test
    void an_opening_that_cannot_be_read_parks_its_business_and_no_other() {
        Business business = register.business();
        RawEvent event = register.stream.next(business.id(), register.opening(business, false));
        register.stream.sendKeys();
        register.stream.send(event.withBody("{\"changeId\":7}".getBytes(StandardCharsets.UTF_8)));

        Business other = register.opened();
        answered(other, other.opening(), Mode.AUTO);
        inbox().parks(business.id(), 1);
        assertThat(register.answers(business)).isEmpty();
        officer().get("/taxpayers/" + business.id()).then().statusCode(404);
    }

    @Test
    void what_is_no_event_at_all_goes_to_rejected() {
        Business business = register.business();
        RawEvent event = register.stream.next(business.id(), register.opening(business, false));
        try (TopicReader rejected = TopicReader.of("registration.events.rejected")) {
            register.stream.send(event.withoutHeader("ce_id"));

            await("rejected")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !rejected.of(business.id()).isEmpty());
        }
    }

    @Test
    void a_held_change_is_released_by_the_last_fact_and_the_line_moves_on_in_order() {
        Business business = register.opened();
        answered(business, business.opening(), Mode.AUTO);
        TaxClient.clean(business.id());
        TaxClient.fact(business.id(), "ARREARS", "YES");
        TaxClient.fact(business.id(), "UNDER_INSPECTION", "YES");
        OperatorTenureId tenureB = Register.tenure();
        OperatorTenureId tenureC = Register.tenure();
        ChangeId toB = Register.change();
        ChangeId toC = Register.change();
        ChangeId name = Register.change();
        register.publish(business, register.passed(business, toB, business.tenure(), tenureB, Regime.POST_SYNC, null));
        register.publish(business, register.passed(business, toC, tenureB, tenureC, Regime.POST_SYNC, null));
        register.publish(business, register.renamed(business, name, "新名字"));

        answered(business, name, Mode.AUTO);
        assertThat(blocks(business, toB))
                .containsExactly(List.of(new Block(Block.Class.PAY, 1), new Block(Block.Class.TAX_INTERNAL, 1)));
        assertThat(blocks(business, toC)).containsExactly(List.of(new Block(Block.Class.BEHIND_EARLIER, 1, toB)));
        officer()
                .get("/held-changes?class=BEHIND_EARLIER&limit=200")
                .then()
                .body("items.find { it.changeId == '" + toC + "' }.earlier.changeId", equalTo(toB.value()))
                .body(
                        "items.find { it.changeId == '" + toC + "' }.earlier.whoActs",
                        equalTo(List.of("TAXPAYER", "TAX_INSPECTOR")));
        officer().get("/changes/" + toC).then().body("earlier.changeId", equalTo(toB.value()));
        officer()
                .get("/taxpayers/" + business.id())
                .then()
                .body("name", equalTo("新名字"))
                .body("operatorName", equalTo("王老板"))
                .body("divergent", equalTo(true));

        TaxClient.fact(business.id(), "UNDER_INSPECTION", "NO");
        TaxClient.fact(business.id(), "ARREARS", "NO");

        answered(business, toC, Mode.AFTER_CLEARANCE);
        List<TaxEvent> said = register.answers(business);
        assertThat(said.indexOf(new ChangeCompleted(toB, Mode.AFTER_CLEARANCE, 0, null)))
                .isBetween(0, said.indexOf(new ChangeCompleted(toC, Mode.AFTER_CLEARANCE, 0, null)));
        officer()
                .get("/taxpayers/" + business.id())
                .then()
                .body("operatorName", equalTo("李接手"))
                .body("tenureId", equalTo(tenureC.value()))
                .body("divergent", equalTo(false));
    }

    @Test
    void a_certificate_is_issued_used_and_gone() {
        Business business = register.opened();
        ChangeId change = Register.change();
        register.publish(business, register.clearanceAsked(business, change));
        await("issued")
                .atMost(Duration.ofSeconds(30))
                .until(() -> register.answersAbout(business, change).size() == 1);
        ClearanceIssued issued =
                (ClearanceIssued) register.answersAbout(business, change).get(0);

        register.publish(
                business,
                register.passed(
                        business,
                        change,
                        business.tenure(),
                        Register.tenure(),
                        Regime.PRE_CLEARANCE,
                        issued.certificateId()));

        answered(business, change, Mode.IMMEDIATE);
        officer()
                .get("/clearance-certificates/" + issued.certificateId())
                .then()
                .statusCode(200)
                .body("state", equalTo("USED"))
                .body("basis", equalTo("NEVER_TAXED"));
        TaxClient.posting()
                .contentType("application/json")
                .body("{\"reason\":\"承诺不实\"}")
                .post("/clearance-certificates/" + issued.certificateId() + "/revocation")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    private static void opensOnce(Business business) {
        assertThat(register.answersAbout(business, business.opening()))
                .containsExactly(
                        new ChangeReceived(business.opening()),
                        new ChangeCompleted(business.opening(), Mode.AUTO, 0, null));
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "tax", "registration-events", "registration");
    }

    private static List<List<Block>> blocks(Business business, ChangeId change) {
        return register.answersAbout(business, change).stream()
                .filter(ChangeHeld.class::isInstance)
                .map(held -> ((ChangeHeld) held).blocks())
                .toList();
    }

    private static void answered(Business business, ChangeId change, Mode mode) {
        await("answered")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(register.answersAbout(business, change))
                        .contains(new ChangeCompleted(change, mode, 0, null)));
    }
}
