package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.hutong.events.Block;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.EventContext;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.SourceLogs;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestTokens;
import io.hutong.testing.TestedInbox;
import io.hutong.time.LegalTime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events that come seldom, or not at all because an operator skipped them. */
@QuarkusTest
@QuarkusTestResource(value = SourceLogs.class, initArgs = @ResourceArg(name = "inboxes", value = "registration-events"))
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class RareEventsIT {
    private static Register register;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void a_skipped_event_is_a_difference_since_its_place() {
        Business business = register.opened();
        RawEvent broken = register.stream.next(business.id(), register.renamed(business, Register.change(), "新名字"));
        register.stream.send(broken.withBody("{\"changeId\":7}".getBytes(StandardCharsets.UTF_8)));
        inbox().skips(business.id());

        soon(() -> assertThat(refusals(business))
                .extracting(ChangeRefused::reason, ChangeRefused::note)
                .containsExactly(tuple(Reason.SKIPPED, "OPERATOR_DECISION")));
        // the envelope alone could be read: it names the change by what correlates its events
        ChangeId skipped = refusals(business).get(0).changeId();
        officer()
                .get("/taxpayers/" + business.id())
                .then()
                .body("divergent", equalTo(true))
                .body("skipped", hasSize(1))
                .body("skipped[0].sinceVersion", equalTo(2))
                .body("skipped[0].changeId", equalTo(skipped.value()));
    }

    @Test
    void why_an_operator_skipped_stays_at_tax() {
        Business business = register.opened();
        RawEvent broken = register.stream.next(business.id(), register.renamed(business, Register.change(), "新名字"));
        register.stream.send(broken.withBody("{\"changeId\":7}".getBytes(StandardCharsets.UTF_8)));
        inbox().skips(business.id());

        soon(() -> assertThat(refusals(business)).hasSize(1));
        assertThat(register.raw(business))
                .allSatisfy(said -> assertThat(new String(said.body(), StandardCharsets.UTF_8))
                        .doesNotContain("cannot be read"));
        given().header("Authorization", "Bearer " + TestTokens.of("operator"))
                .get("/messaging/skipped")
                .then()
                .statusCode(200)
                .body("find { it.bizId == '" + business.id() + "' }.reason", equalTo("cannot be read"));
    }

    @Test
    void a_skipped_request_for_clearance_is_no_difference_of_the_record() {
        Business business = register.opened();
        RawEvent broken = register.stream.next(business.id(), register.clearanceAsked(business, Register.change()));
        register.stream.send(broken.withBody("{\"changeId\":7}".getBytes(StandardCharsets.UTF_8)));
        inbox().skips(business.id());

        officer().get("/taxpayers/" + business.id()).then().body("divergent", equalTo(false));
    }

    @Test
    void what_the_register_says_to_other_agencies_passes_by_and_the_line_moves_on() {
        Business business = register.opened();
        register.publish(business, register.premisesAsked(business));
        register.publish(business, register.settled());
        ChangeId last = Register.change();
        register.publish(business, register.renamed(business, last, "新名字"));

        soon(() -> assertThat(register.answersAbout(business, last)).hasSize(2));
        assertThat(register.answers(business))
                .hasSize(4)
                .allSatisfy(
                        said -> assertThat(((TaxEvent.Answer) said).changeId()).isIn(business.opening(), last));
    }

    @Test
    void the_separate_register_leaves_the_taxpayer_as_it_is_and_the_line_moves_on() {
        Business business = register.opened();
        register.publish(business, register.separated(business));
        ChangeId first = Register.change();
        register.publish(business, register.renamed(business, first, "另册中的名字"));
        register.publish(business, register.restored(business));
        ChangeId last = Register.change();
        register.publish(business, register.renamed(business, last, "新名字"));

        soon(() -> assertThat(register.answersAbout(business, last)).hasSize(2));
        assertThat(register.answers(business))
                .hasSize(6)
                .allSatisfy(
                        said -> assertThat(((TaxEvent.Answer) said).changeId()).isIn(business.opening(), first, last));
        officer()
                .get("/taxpayers/" + business.id())
                .then()
                .body("name", equalTo("新名字"))
                .body("divergent", equalTo(false));
    }

    @Test
    void a_skipped_word_to_other_agencies_is_no_difference_and_needs_no_answer() {
        Business business = register.opened();
        RawEvent broken = register.stream.next(business.id(), register.premisesAsked(business));
        RawEvent unreadable = broken.withBody("{\"uscc\":7}".getBytes(StandardCharsets.UTF_8));
        ChangeId last = Register.change();
        RawEvent behind = register.stream
                .next(business.id(), register.renamed(business, last, "新名字"))
                .withHeader("ce_prevdigest", unreadable.digest());
        register.stream.send(unreadable, behind);
        inbox().skips(business.id());

        soon(() -> assertThat(register.answersAbout(business, last)).hasSize(2));
        assertThat(refusals(business)).isEmpty();
        officer().get("/taxpayers/" + business.id()).then().body("divergent", equalTo(false));
    }

    @Test
    void a_request_for_the_clearance_of_a_conversion_is_answered_and_tells_the_officer_what_to_do() {
        Business business = register.opened();
        ChangeId conversion = Register.change();
        register.publish(
                business,
                new RegistrationEvent.ClearanceRequested(
                        conversion, business.uscc(), CertificatePurpose.CONVERT, business.tenure()));

        soon(() -> assertThat(register.answersAbout(business, conversion))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClearanceHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.TAX_INTERNAL, 1))));
        officer()
                .get("/changes/" + conversion)
                .then()
                .body("items[0].code", equalTo("BLK_CERTIFICATE.VALIDITY_NOT_SET"))
                .body("advice.zh", notNullValue())
                .body("advice.en", notNullValue());
    }

    @Test
    void a_clearance_is_given_again_only_after_the_last_day_of_the_certificate_that_was_not_used() {
        Business business = register.opened();
        ChangeId change = Register.change();
        register.publish(business, register.clearanceAsked(business, change));
        soon(() -> assertThat(register.answersAbout(business, change)).hasSize(1));
        ClearanceIssued first =
                (ClearanceIssued) register.answersAbout(business, change).get(0);

        askAgain(business, change, first.validUntil());
        askAgain(business, change, first.validUntil().plusDays(1));
        soon(() -> assertThat(register.answersAbout(business, change)).hasSize(2));
        ClearanceIssued second =
                (ClearanceIssued) register.answersAbout(business, change).get(1);
        assertThat(second.certificateId()).isNotEqualTo(first.certificateId());
        assertThat(second.validUntil()).isAfterOrEqualTo(first.validUntil());
    }

    private static void askAgain(Business business, ChangeId change, LocalDate day) {
        EventContext any = StreamFixture.anyContext();
        register.stream.publish(
                business.id(),
                register.clearanceAsked(business, change),
                new EventContext(
                        day.atTime(12, 0).atZone(LegalTime.ZONE).toInstant(),
                        day,
                        any.division(),
                        change.uuid(),
                        null,
                        null));
    }

    @Test
    void what_was_decided_is_one_line_in_the_log() {
        Business business = register.opened();

        soon(() -> assertThat(Files.readAllLines(Path.of("target/quarkus-test.log")))
                .filteredOn(line -> line.contains(business.id().value()))
                .singleElement()
                .asString()
                .contains("INFO", "changeId=" + business.opening(), "ChangeCompleted AUTO"));
    }

    private static List<ChangeRefused> refusals(Business business) {
        return register.answers(business).stream()
                .filter(ChangeRefused.class::isInstance)
                .map(ChangeRefused.class::cast)
                .toList();
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "tax", "registration-events", "registration");
    }

    private static void soon(ThrowingRunnable assertion) {
        await("soon").atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
