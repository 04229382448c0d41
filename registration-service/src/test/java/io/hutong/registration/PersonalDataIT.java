package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.identity.BizId;
import io.hutong.identity.ResidentId;
import io.hutong.testing.Canaries;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestTokens;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Plants recognisable persons and looks for them wherever they must not be (PIPL art. 51). */
@QuarkusTest
@RegistrationServers
class PersonalDataIT {
    private static final String PUBLIC_NAME = "金丝雀公开名";
    private static final String ASKED_NAME = "金丝雀申请人";
    private static final String MEMBER_NAME = "金丝雀家里人";
    private static final String RESIDENCE = "金丝雀胡同七号院";
    private static final String PHONE = "10099887766";
    private static final ResidentId OPERATOR = ResidentId.synthetic(Clerk.COUNTY, 3_333_001);
    private static final ResidentId ASKED = ResidentId.synthetic(Clerk.COUNTY, 3_333_002);
    private static final ResidentId MEMBER = ResidentId.synthetic(Clerk.COUNTY, 3_333_003);
    private static final Canaries SECRETS =
            new Canaries(ASKED_NAME, MEMBER_NAME, RESIDENCE, PHONE, OPERATOR.value(), ASKED.value(), MEMBER.value());
    private static final String ASIDE_NAME = "金丝雀搁置人";
    private static final String ASIDE_PHONE = "10055443322";
    private static final ResidentId ASIDE = ResidentId.synthetic(Clerk.COUNTY, 3_333_004);
    private static final Canaries PUT_ASIDE = new Canaries(ASIDE_NAME, ASIDE_PHONE, ASIDE.value());
    private static final Canaries NAME = new Canaries(PUBLIC_NAME);

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    RecordedSpans spans;

    @SuppressWarnings("NullAway.Init") // by the framework
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();

    @Test
    void a_person_is_nowhere_but_in_sealed_fields_and_encrypted_columns() throws Exception {
        String bizId = clerk.open(aFamilyOfCanaries());
        Response asked = clerk.post(
                "/businesses/" + bizId + "/operator-changes",
                Clerk.operatorChange(INTER_VIVOS, person(ASKED_NAME, ASKED)),
                1);
        assertThat(asked.statusCode()).isEqualTo(202);
        List<String> answers = refusals(bizId);
        answers.add(asked.asString());
        answers.add(clerk.get("/businesses/" + bizId).asString());
        answers.add(clerk.get("/businesses/" + bizId + "/history").asString());
        answers.add(clerk.get("/operator-changes/" + asked.path("changeId")).asString());
        answers.add(clerk.get("/operator-changes/" + asked.path("changeId") + "/grounds")
                .asString());

        assertThat(answers).noneMatch(SECRETS::in);
        assertThat(topics(bizId)).isNotEmpty().noneMatch(SECRETS::in);
        assertThat(tablesWith(SECRETS)).isEmpty();
        assertThat(tablesWith(NAME)).containsExactlyInAnyOrder("business", "event_log", "register_entry");
        nothingToSeeForThoseWhoWatch();
    }

    @Test
    void what_cannot_be_taken_is_put_aside_without_saying_what_it_says() throws Exception {
        String bizId = clerk.open(Clerk.aShop(Clerk.number()));
        String other = clerk.open(Clerk.aShop(Clerk.number()));
        try (Tax tax = new Tax();
                TopicReader rejected = TopicReader.of("tax.events.rejected")) {
            RawEvent parked = tax.stream.next(
                    BizId.of(bizId), Tax.completed(UUID.randomUUID().toString(), Mode.AUTO));
            tax.stream.send(parked.withBody(("{\"changeId\":\"" + ASIDE.value() + "\",\"mode\":\"" + ASIDE_NAME
                            + "\",\"" + ASIDE_PHONE + "\":1}")
                    .getBytes(UTF_8)));
            RawEvent broken = tax.stream.next(
                    BizId.of(other), Tax.completed(UUID.randomUUID().toString(), Mode.AUTO));
            tax.stream.send(broken.withHeader("ce_id", ASIDE.value())
                    .withHeader("ce_time", ASIDE_PHONE)
                    .withBody(ASIDE_NAME.getBytes(UTF_8)));
            await("one is parked, one rejected")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> operator("/messaging/parked").contains(bizId)
                            && !rejected.of(BizId.of(other)).isEmpty());

            RawEvent aside = rejected.of(BizId.of(other)).get(0);
            for (String told : List.of(
                    operator("/messaging/parked"),
                    operator("/messaging/parked/tax-events/" + bizId),
                    operator("/messaging/state"),
                    aside.header("reason") + aside.header("rejectedby") + aside.header("rejectedfrom"))) {
                assertThat(PUT_ASIDE.in(told)).as(told).isFalse();
            }
            assertThat(aside.body())
                    .as("as it came, for whoever has to find out")
                    .isEqualTo(ASIDE_NAME.getBytes(UTF_8));
        }
        // the bytes as they came stand in the line itself, for a later attempt
        assertThat(tablesWith(PUT_ASIDE)).containsExactly("parked_event");
        nothingToSeeForThoseWhoWatch();
    }

    private void nothingToSeeForThoseWhoWatch() throws IOException {
        String log = Files.readString(
                Path.of(ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class)), UTF_8);
        assertThat(log).contains("registration-service");
        String measured;
        try (InputStream page = metrics.openStream()) {
            measured = new String(page.readAllBytes(), UTF_8);
        }
        assertThat(measured).contains("http_server_requests", "inbox_parked");
        assertThat(spans.texts())
                .anyMatch(span -> span.contains("/businesses"))
                .as("there was something to hide")
                .anyMatch(span -> span.contains("url.query=…"));
        for (Canaries canaries : List.of(SECRETS, NAME, PUT_ASIDE)) {
            assertThat(canaries.in(log)).as("log").isFalse();
            assertThat(canaries.in(measured)).as("metrics").isFalse();
            assertThat(spans.texts().stream().filter(canaries::in).limit(1))
                    .as("traces")
                    .isEmpty();
        }
    }

    private static String operator(String path) {
        return Clerk.with(TestTokens.of("operator")).get(path).asString();
    }

    /** Requests that fail in every layer, each with a person in it. */
    private List<String> refusals(String bizId) {
        List<String> answers = new ArrayList<>();
        String changes = "/businesses/" + bizId + "/operator-changes";
        answers.add(clerk.post(changes, Clerk.operatorChange(INTER_VIVOS, person(ASKED_NAME, ASKED)), 1)
                .asString());
        answers.add(clerk.post(changes, Clerk.operatorChange(INTER_VIVOS, person(ASKED_NAME, ASKED)), 2)
                .asString());
        Map<String, Object> broken = person(ASKED_NAME, ASKED);
        broken.put("residentId", PHONE);
        answers.add(clerk.post(changes, Clerk.operatorChange(INTER_VIVOS, broken), 2)
                .asString());
        Map<String, Object> unknown = person(ASKED_NAME, ASKED);
        unknown.put("formerName", ASKED_NAME);
        answers.add(clerk.post(changes, Clerk.operatorChange(INTER_VIVOS, unknown), 2)
                .asString());
        answers.add(clerk.request("k")
                .body("{\"newOperator\":{\"name\":\"" + ASKED_NAME + "\",")
                .post(changes)
                .asString());
        answers.add(clerk.request("k")
                .body("{\"kind\":\"" + ASKED.value() + "\"}")
                .post(changes)
                .asString());
        Map<String, Object> endless = aFamilyOfCanaries();
        endless.put("operator", person(ASKED_NAME.repeat(200), ASKED));
        answers.add(clerk.post("/businesses", endless).asString());
        answers.add(clerk.request()
                .queryParam("namePrefix", ASKED_NAME)
                .get("/businesses")
                .asString());
        answers.add(clerk.get("/businesses?uscc=" + ASKED.value()).asString());
        answers.add(clerk.get("/businesses/" + PHONE).asString());
        answers.add(clerk.get("/" + ASKED_NAME + "/" + ASKED.value()).asString());
        return answers;
    }

    private Map<String, Object> aFamilyOfCanaries() {
        Map<String, Object> shop = Clerk.aFamilyShop(number);
        shop.put("operator", person(PUBLIC_NAME, OPERATOR));
        shop.put("familyMembers", List.of(Map.of("name", MEMBER_NAME, "residentId", MEMBER.value())));
        return shop;
    }

    private static Map<String, Object> person(String name, ResidentId id) {
        Map<String, Object> person = new HashMap<>();
        person.put("name", name);
        person.put("residentId", id.value());
        person.put("residence", RESIDENCE);
        person.put("phone", PHONE);
        return person;
    }

    private static List<byte[]> topics(String bizId) {
        List<byte[]> all = new ArrayList<>();
        try (TopicReader events = TopicReader.of("registration.events");
                TopicReader keys = TopicReader.of("registration.keys")) {
            await("both events are sent").until(() -> events.of(BizId.of(bizId)).size() >= 2);
            for (TopicReader topic : List.of(events, keys)) {
                for (RawEvent event : topic.all()) {
                    all.add(event.body());
                    all.add((event.key() + event.headers()).getBytes(UTF_8));
                }
            }
        }
        return all;
    }

    private Set<String> tablesWith(Canaries canaries) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.connect();
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from " + table)) {
                    if (anyIn(rows, canaries)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static boolean anyIn(ResultSet rows, Canaries canaries) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        boolean found = false;
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                byte[] value = rows.getBytes(i);
                found |= value != null && canaries.in(value);
            }
        }
        return found;
    }
}
