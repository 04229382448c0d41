package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import io.hutong.identity.ResidentId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Canaries NAME = new Canaries(PUBLIC_NAME);

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

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
        String log = Files.readString(
                Path.of(ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class)), UTF_8);
        assertThat(log).contains("registration-service");
        assertThat(SECRETS.in(log)).isFalse();
        assertThat(NAME.in(log)).isFalse();
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
