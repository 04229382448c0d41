package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.CreditEvent;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.identity.BizId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What tests of the second question about conditions open with: applications for the transfer of old businesses, for which tax was asked. */
abstract class TransfersUnderWay {
    @SuppressWarnings("NullAway.Init") // opened before all tests
    static Tax tax;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    static Credit credit;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static TopicReader topic;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    TestClock clock;

    final Clerk clerk = Clerk.atTheCounter();

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

    /** Established two years ago, so that its annual reports are asked for. */
    Affair affair() {
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
    ClearanceIssued heldFor(Affair affair, CreditEvent entry) {
        says(affair, entry);
        ClearanceIssued issued = Tax.issued(affair.changeId(), affair.tenureId());
        tax.says(affair.bizId(), issued);
        untilState(affair, "AWAITING_CONDITIONS");
        return issued;
    }

    /** Publishes and waits until it was taken. */
    void says(Affair affair, CreditEvent event) {
        credit.says(affair.bizId(), event);
        creditInbox().awaits(affair.id(), credit.stream.madeFor(affair.id()).size());
    }

    void says(Affair affair, TaxEvent event) {
        tax.says(affair.bizId(), event);
        new TestedInbox(database, "registration", "tax-events", "tax")
                .awaits(affair.id(), tax.stream.madeFor(affair.id()).size());
    }

    TestedInbox creditInbox() {
        return new TestedInbox(database, "registration", "credit-events", "credit");
    }

    JsonPath untilState(Affair affair, String state) {
        await("the application is " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> state.equals(view(affair).getString("state")));
        return view(affair);
    }

    JsonPath view(Affair affair) {
        return clerk.get("/operator-changes/" + affair.changeId()).jsonPath();
    }

    /** What would have to be otherwise, each way with all its facts. */
    static List<List<String>> turns(JsonPath view) {
        return view.<List<Map<String, String>>>getList("conditions.turnedBy").stream()
                .map(way -> way.stream()
                        .map(turn -> turn.get("fact") + " " + turn.get("to"))
                        .toList())
                .toList();
    }

    JsonPath grounds(Affair affair) {
        return clerk.get("/operator-changes/" + affair.changeId() + "/grounds").jsonPath();
    }

    List<String> steps(Affair affair) {
        return view(affair).getList("timeline.what", String.class);
    }

    String operator(Affair affair) {
        return clerk.get("/businesses/" + affair.bizId()).path("operator.name");
    }

    /** What the register has said of the business, by the last part of its type, as far as it was sent. */
    static List<String> stated(Affair affair) {
        List<String> kinds = new ArrayList<>();
        topic.of(affair.id())
                .forEach(said -> kinds.add(said.header("ce_type")
                        .replace("io.hutong.registration.", "")
                        .replace(".v1", "")));
        return kinds;
    }

    /** The one event by which the register says that the business was passed on. */
    static RawEvent changed(Affair affair) {
        await("the change is sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !said(affair, "operator-changed").isEmpty());
        assertThat(said(affair, "operator-changed")).hasSize(1);
        return said(affair, "operator-changed").get(0);
    }

    static List<RawEvent> said(Affair affair, String kind) {
        return topic.of(affair.id()).stream()
                .filter(said -> said.header("ce_type").equals("io.hutong.registration." + kind + ".v1"))
                .toList();
    }
}
