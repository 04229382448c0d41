package io.hutong.messaging.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.identity.BizId;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.Position;
import io.hutong.messaging.inbox.Inbox;
import io.hutong.messaging.inbox.Inboxes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxIT {
    private static final String REJECTED = "registration.events.rejected";

    @Inject
    EventCodec codec;

    @Inject
    TestListener listener;

    @Inject
    Inboxes inboxes;

    @Inject
    DataSource dataSource;

    private Register register;
    private String broker;

    @BeforeEach
    void open() throws Exception {
        broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Topic.make(broker, "registration.events", REJECTED, "registration.keys");
        URI door = URI.create(ConfigProvider.getConfig()
                .getValue("hutong.messaging.inbox.\"registration-events\".source-url", String.class));
        register = new Register(codec, door, broker);
        listener.poisoned.clear();
        listener.poisonVersions.clear();
        listener.premises.clear();
        listener.deadlocks.set(0);
        execute("delete from head_cursor");
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void events_take_effect_once_in_order_and_cause_their_answers() throws Exception {
        BizId business = Register.newBusiness();
        register.sends(register.states(business, 5));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(number("select version from inbox where biz_id = ?", business))
                .isEqualTo(5);
        assertThat(number("select last_version from stream where biz_id = ?", business))
                .isEqualTo(5);
        assertThat(number("select count(*) from event_log where biz_id = ?", business))
                .isEqualTo(5);
    }

    @Test
    void a_repeated_event_has_no_second_effect() {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 3);
        register.sends(stated.get(0), stated.get(0), stated.get(1), stated.get(0), stated.get(1), stated.get(2));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void what_overtakes_waits_for_what_it_overtook() {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 4);
        register.sends(stated.get(2), stated.get(0), stated.get(3), stated.get(1));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void what_is_no_event_is_rejected_with_its_bytes_and_a_reason() {
        BizId business = Register.newBusiness();
        byte[] noise = "no event 不是事件".getBytes(StandardCharsets.UTF_8);
        String key = business.value();
        register.send(key, Map.of("colour", "blue"), noise);
        register.sends(register.states(business, 1));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L));
        soon().untilAsserted(() -> assertThat(rejected(key)).hasSize(1));
        ConsumerRecord<String, byte[]> record = rejected(key).get(0);
        assertThat(record.value()).isEqualTo(noise);
        assertThat(Topic.header(record, "colour")).isEqualTo("blue");
        assertThat(Topic.header(record, "reason")).contains("ce_specversion");
        assertThat(Topic.header(record, "rejectedby")).isEqualTo("tax");
    }

    @Test
    void a_body_that_does_not_fit_stops_its_own_business_only() throws Exception {
        BizId broken = Register.newBusiness();
        BizId other = Register.newBusiness();
        Register.Stated stated = register.state(broken, 1);
        register.send(broken.value(), stated.headers(), "{\"name\":\"李四\"}".getBytes(StandardCharsets.UTF_8));
        register.sends(register.states(other, 1));

        soon().untilAsserted(() -> assertThat(listener.effects(other)).containsExactly(1L));
        soon().untilAsserted(() -> assertThat(cause(broken)).isEqualTo("UNREADABLE"));
        assertThat(text("select message from parked_stream where biz_id = ?", broken))
                .doesNotContain("李四");
    }

    @Test
    void a_gap_is_refilled_from_the_source() {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 6);
        register.sends(stated.get(0), stated.get(5));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
    }

    @Test
    void a_refill_waits_for_a_source_that_is_down_and_parks_nothing() throws Exception {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 3);
        register.closeDoor();
        register.sends(stated.get(2));
        soon().until(() -> inbox().failures() >= 2);
        assertThat(listener.effects(business)).isEmpty();

        register.openDoor();

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L));
        assertThat(cause(business)).isEmpty();
    }

    @Test
    void a_lost_tail_is_found_by_the_heads() {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 4);
        register.sends(stated.get(0));
        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L));

        register.everythingIsOld(61_000);

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void young_heads_are_left_to_the_topic() {
        BizId business = Register.newBusiness();
        register.everythingIsOld(59_000);
        register.states(business, 2);
        BizId other = Register.newBusiness();
        register.sends(register.states(other, 1));
        soon().untilAsserted(() -> assertThat(listener.effects(other)).hasSize(1));

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> listener.effects(business).isEmpty());
    }

    @Test
    void a_parked_stream_is_released_with_its_hundred_followers_in_order() throws Exception {
        BizId business = Register.newBusiness();
        poison(business, 1);
        register.sends(register.states(business, 101));
        soon().untilAsserted(() -> assertThat(number("select count(*) from parked_event where biz_id = ?", business))
                .isEqualTo(101));
        assertThat(cause(business)).isEqualTo("FAILED");
        assertThat(text("select message from parked_stream where biz_id = ?", business))
                .contains("IllegalArgumentException at TestListener.on")
                .doesNotContain("张三")
                .doesNotContain("110101");
        assertThat(listener.effects(business)).isEmpty();
        assertThat(retry(business)).isEqualTo("FAILED");
        assertThat(number("select attempts from parked_stream where biz_id = ?", business))
                .isEqualTo(2);

        listener.poisoned.clear();

        assertThat(retry(business)).isEqualTo("RELEASED");
        assertThat(listener.effects(business))
                .isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
        assertThat(cause(business)).isEmpty();
        register.sends(register.states(business, 1));
        soon().untilAsserted(() -> assertThat(listener.effects(business)).hasSize(102));
    }

    @Test
    void one_poison_among_two_hundred_parks_one_business() {
        List<BizId> businesses = new ArrayList<>();
        List<Register.Stated> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BizId business = Register.newBusiness();
            businesses.add(business);
            all.addAll(register.states(business, 2));
        }
        BizId bad = businesses.get(77);
        poison(bad, 2);
        register.sends(all);

        for (BizId business : businesses) {
            if (!business.equals(bad)) {
                soon().untilAsserted(
                                () -> assertThat(listener.effects(business)).containsExactly(1L, 2L));
            }
        }
        soon().untilAsserted(() -> assertThat(cause(bad)).isEqualTo("FAILED"));
        assertThat(listener.effects(bad)).containsExactly(1L);
    }

    @Test
    void another_history_parks_and_raises_its_voice() throws Exception {
        BizId rewritten = Register.newBusiness();
        List<Register.Stated> stated = register.states(rewritten, 2);
        register.sends(stated);
        soon().untilAsserted(() -> assertThat(listener.effects(rewritten)).hasSize(2));

        register.sends(
                register.make(rewritten, new Position(1, 2), stated.get(0).digest()));

        soon().untilAsserted(() -> assertThat(cause(rewritten)).isEqualTo("HISTORY_CONFLICT"));
        assertThat(listener.effects(rewritten)).containsExactly(1L, 2L);
    }

    @Test
    void a_new_epoch_goes_on_only_where_it_continues_the_known_history() throws Exception {
        BizId continued = Register.newBusiness();
        BizId lost = Register.newBusiness();
        register.sends(register.states(continued, 2));
        List<Register.Stated> before = register.states(lost, 2);
        register.sends(before);
        soon().untilAsserted(() -> assertThat(listener.effects(lost)).hasSize(2));

        register.sends(register.state(continued, 2));
        register.sends(register.make(lost, new Position(2, 2), before.get(0).digest()));

        soon().untilAsserted(() -> assertThat(listener.effects(continued)).containsExactly(1L, 2L, 3L));
        soon().untilAsserted(() -> assertThat(cause(lost)).isEqualTo("HISTORY_CONFLICT"));
    }

    @Test
    void deadlocks_are_tried_again_and_park_nothing() throws Exception {
        BizId business = Register.newBusiness();
        listener.deadlocks.set(7);
        register.sends(register.states(business, 10));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).hasSize(10));
        assertThat(listener.effects(business))
                .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
        assertThat(cause(business)).isEmpty();
    }

    @Test
    void connections_that_break_park_nothing_and_lose_nothing() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread killer = new Thread(() -> {
            while (!done.get()) {
                killConnections();
            }
        });
        Map<BizId, Integer> expected = new HashMap<>();
        List<Register.Stated> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            BizId business = Register.newBusiness();
            expected.put(business, 20);
            all.addAll(register.states(business, 20));
        }
        killer.start();
        try {
            register.sends(all);
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        } finally {
            done.set(true);
            killer.join();
        }

        for (BizId business : expected.keySet()) {
            soon().untilAsserted(() -> assertThat(listener.effects(business))
                    .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList()));
            assertThat(cause(business)).isEmpty();
        }
    }

    @Test
    void a_skipped_event_is_answered_for_and_its_followers_go_on() throws Exception {
        BizId business = Register.newBusiness();
        poison(business, 2);
        register.sends(register.states(business, 4));
        soon().untilAsserted(() -> assertThat(number("select count(*) from parked_event where biz_id = ?", business))
                .isEqualTo(3));

        skip(business, "wrong on its face");

        assertThat(listener.effects(business)).containsExactly(1L, 3L, 4L);
        assertThat(listener.skips).contains(business + " 2");
        given().auth()
                .oauth2(Tokens.of("operator"))
                .get("/messaging/skipped")
                .then()
                .statusCode(200)
                .body("find { it.bizId == '" + business + "' }.reason", equalTo("wrong on its face"))
                .body("find { it.bizId == '" + business + "' }.version", equalTo(2))
                .body("find { it.bizId == '" + business + "' }.cause", equalTo("FAILED"));
        assertThat(cause(business)).isEmpty();
    }

    @Test
    void a_second_history_that_is_skipped_leaves_the_first_going_on() throws Exception {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 2);
        register.sends(stated);
        register.sends(register.make(business, new Position(1, 2), stated.get(0).digest()));
        soon().untilAsserted(() -> assertThat(cause(business)).isEqualTo("HISTORY_CONFLICT"));

        skip(business, "not of the register");
        register.sends(register.states(business, 1));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L));
        assertThat(cause(business)).isEmpty();
    }

    @Test
    void a_tail_lost_while_the_stream_is_parked_joins_its_line() throws Exception {
        BizId business = Register.newBusiness();
        poison(business, 2);
        List<Register.Stated> stated = register.states(business, 5);
        register.sends(stated.subList(0, 3));
        soon().untilAsserted(() -> assertThat(number("select count(*) from parked_event where biz_id = ?", business))
                .isEqualTo(2));

        register.everythingIsOld(61_000);

        soon().untilAsserted(() -> assertThat(number("select count(*) from parked_event where biz_id = ?", business))
                .isEqualTo(4));
        listener.poisoned.clear();
        assertThat(retry(business)).isEqualTo("RELEASED");
        assertThat(listener.effects(business)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_head_that_the_source_cannot_give_stays_missing_until_it_can_and_holds_nobody_up() {
        BizId withheld = Register.newBusiness();
        register.states(withheld, 2);
        register.withholds(withheld);
        BizId other = Register.newBusiness();
        register.states(other, 1);
        register.everythingIsOld(61_000);
        soon().untilAsserted(() -> assertThat(listener.effects(other)).containsExactly(1L));
        soon().untilAsserted(() -> assertThat(inbox().headsMissing()).isEqualTo(2));

        register.withholds(null);

        soon().untilAsserted(() -> assertThat(listener.effects(withheld)).containsExactly(1L, 2L));
        soon().untilAsserted(() -> assertThat(inbox().headsMissing()).isZero());
    }

    @Test
    void a_missing_premise_wakes_by_itself() throws Exception {
        BizId waiting = Register.newBusiness();
        BizId premise = Register.newBusiness();
        listener.premises.put(waiting, premise);
        register.sends(register.states(waiting, 3));
        soon().untilAsserted(() -> assertThat(cause(waiting)).isEqualTo("AWAITING_PREMISE"));
        assertThat(listener.effects(waiting)).isEmpty();

        register.sends(register.states(premise, 1));

        soon().untilAsserted(() -> assertThat(listener.effects(waiting)).containsExactly(1L, 2L, 3L));
        assertThat(cause(waiting)).isEmpty();
    }

    @Test
    void a_version_that_the_source_never_stated_is_rejected_and_the_stream_goes_on() {
        BizId business = Register.newBusiness();
        List<Register.Stated> stated = register.states(business, 2);
        register.sends(
                stated.get(0),
                register.make(business, new Position(1, 9), stated.get(1).digest()));
        register.sends(stated.get(1));

        soon().untilAsserted(() -> assertThat(listener.effects(business)).containsExactly(1L, 2L));
        soon().untilAsserted(() -> assertThat(rejected(business.value()))
                .extracting(record -> Topic.header(record, "reason"))
                .singleElement()
                .asString()
                .startsWith("UNKNOWN_VERSION"));
    }

    @Test
    void a_type_of_a_later_contract_passes_without_effect_and_is_noted() throws Exception {
        BizId business = Register.newBusiness();
        Register.Stated first = register.state(business, 1);
        Map<String, String> headers = new HashMap<>(first.headers());
        headers.put("ce_type", "io.hutong.registration.moved-to-the-moon.v1");
        register.send(business.value(), headers, first.body());

        soon().untilAsserted(() -> assertThat(number("select version from inbox where biz_id = ?", business))
                .isEqualTo(1));
        assertThat(listener.notUnderstood).contains(business + " io.hutong.registration.moved-to-the-moon.v1");
        assertThat(text("select type from unknown_event where biz_id = ?", business))
                .isEqualTo("io.hutong.registration.moved-to-the-moon.v1");
        assertThat(listener.effects(business)).isEmpty();
    }

    @Test
    void the_worst_order_ends_in_the_right_one() {
        Random random = new Random(7);
        List<BizId> businesses = new ArrayList<>();
        List<Register.Stated> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            BizId business = Register.newBusiness();
            businesses.add(business);
            all.addAll(register.states(business, 12));
        }
        List<Register.Stated> worst = new ArrayList<>(all);
        worst.addAll(all.subList(0, 120));
        Collections.shuffle(worst, random);
        worst.removeIf(stated -> stated.place().version() < 12 && random.nextInt(10) == 0);
        register.sends(worst);

        List<Long> right = LongStream.rangeClosed(1, 12).boxed().toList();
        for (BizId business : businesses) {
            soon().untilAsserted(() -> assertThat(listener.effects(business)).isEqualTo(right));
        }
    }

    private void poison(BizId business, long version) {
        listener.poisonVersions.add(version);
        listener.poisoned.add(business);
    }

    private Inbox inbox() {
        return inboxes.named("registration-events").orElseThrow();
    }

    private static void skip(BizId business, String reason) {
        given().auth()
                .oauth2(Tokens.of("operator"))
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/messaging/parked/registration-events/" + business + "/skip")
                .then()
                .statusCode(200);
    }

    private static String retry(BizId business) {
        return given().auth()
                .oauth2(Tokens.of("operator"))
                .post("/messaging/parked/registration-events/" + business + "/retry")
                .then()
                .statusCode(200)
                .extract()
                .path("outcome");
    }

    private List<ConsumerRecord<String, byte[]>> rejected(String key) {
        return Topic.all(broker, REJECTED).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private String cause(BizId business) throws SQLException {
        return text("select cause from parked_stream where biz_id = ?", business);
    }

    private long number(String sql, BizId business) throws SQLException {
        String text = text(sql, business);
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    private String text(String sql, BizId business) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, business.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void killConnections() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select id from information_schema.processlist where db = database() and id <> connection_id()")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                statement.execute("kill " + id);
            }
            Thread.sleep(150);
        } catch (SQLException e) {
            // One of those that were killed, or gone by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
