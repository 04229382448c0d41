package io.hutong.tax;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.events.BlockingItem;
import io.hutong.events.DomainEvent;
import io.hutong.events.PersonIdentity;
import io.hutong.events.Regime;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.sealing.DataKeys;
import io.hutong.messaging.sealing.FileKeyRing;
import io.hutong.messaging.sealing.KeyCache;
import io.hutong.messaging.sealing.KeyId;
import io.hutong.messaging.sealing.KeyRecord;
import io.hutong.messaging.sealing.KeyUnsealer;
import io.hutong.messaging.sealing.KeyWrapping;
import io.hutong.tax.Register.Business;
import io.hutong.testing.Canaries;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestTokens;
import io.hutong.testing.TopicReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecrecyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OTHERS = List.of("registration", "credit", "subsidy", "exchange");

    @SuppressWarnings("NullAway.Init") // by the test resource
    TestDatabase database;

    @Inject
    Unsealer own;

    @Inject
    RecordedSpans spans;

    @SuppressWarnings("NullAway.Init") // by the framework
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @ParameterizedTest
    @ValueSource(strings = {"change-held", "clearance-held"})
    void only_classes_and_counts_leave_tax_and_no_other_service_can_open_anything(String kind) throws IOException {
        try (Register register = new Register();
                TopicReader keys = TopicReader.of("tax.keys")) {
            Business business = held(register);
            ChangeId asked = Register.change();
            register.publish(business, register.clearanceAsked(business, asked));
            await("clearance held")
                    .atMost(Duration.ofSeconds(40))
                    .until(() ->
                            register.answersAbout(business, asked).stream().anyMatch(ClearanceHeld.class::isInstance));

            RawEvent event = register.raw(business).stream()
                    .filter(raw -> raw.header("ce_type").equals("io.hutong.tax." + kind + ".v1"))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            JsonNode body = JSON.readTree(event.body());
            assertThat(fields(body)).containsExactlyInAnyOrder("changeId", "blocks", "detail", "ruleSet");
            assertThat(fields(body.get("detail"))).containsExactlyInAnyOrder("kid", "alg", "iv", "ct");
            assertThat(body.get("blocks").toString())
                    .isEqualTo("[{\"reason\":\"PAY\",\"count\":1},{\"reason\":\"TAX_INTERNAL\",\"count\":1}]");
            assertThat(register.raw(business))
                    .allSatisfy(raw -> assertThat(text(raw)).doesNotContain("BLK_", "INSPECTION", "ARREARS", "UNPAID"));

            List<KeyRecord> records = keys.all().stream()
                    .map(raw -> KeyRecord.parse(raw.key(), raw.body()))
                    .toList();
            Sealed<BlockingItem.Items> detail = detail(register.stream.read(event));
            for (String other : OTHERS) {
                assertThatThrownBy(() -> as(other, records).open(detail, BlockingItem.Items.class))
                        .as(other)
                        .isInstanceOf(Unsealer.NotForUs.class);
            }
            String kid = body.get("detail").get("kid").asText();
            assertThat(records.stream().filter(record -> record.kid().toString().equals(kid)))
                    .as("keys of the detail that were sent to anybody")
                    .isEmpty();
            BlockingItem.Items items =
                    QuarkusTransaction.requiringNew().call(() -> own.open(detail, BlockingItem.Items.class));
            assertThat(items.items()).extracting(BlockingItem::code).containsExactly("BLK_INSPECTION", "BLK_ARREARS");
        }
    }

    private static Sealed<BlockingItem.Items> detail(DomainEvent event) {
        return Objects.requireNonNull(
                event instanceof ChangeHeld held ? held.detail() : ((ClearanceHeld) event).detail());
    }

    /** Opens what this service could open: with its private key and every key that tax ever sent out. */
    private static Unsealer as(String service, List<KeyRecord> records) {
        KeyWrapping wrapping = new KeyWrapping(FileKeyRing.load(
                Path.of(ConfigProvider.getConfig().getValue("hutong.messaging.keys.directory", String.class)),
                service));
        DataKeys none = new DataKeys() {
            @Override
            public SecretKey forSealing(KeyId kid) {
                throw new IllegalStateException("it only opens");
            }

            @Override
            public void flush() {
                // it only opens
            }

            @Override
            public Optional<SecretKey> forOpening(KeyId kid) {
                return Optional.empty();
            }
        };
        KeyUnsealer.ClearJson json = new KeyUnsealer.ClearJson() {
            @Override
            public <T> T read(byte[] text, Class<T> type) {
                throw new AssertionError(service + " opened a tax secret");
            }
        };
        return new KeyUnsealer(
                wrapping,
                none,
                kid -> records.stream()
                        .filter(record -> record.kid().equals(kid))
                        .findFirst(),
                new KeyCache(10, Duration.ofHours(1)),
                json);
    }

    @Test
    void planted_persons_and_notes_are_in_no_log_topic_error_or_clear_column() throws Exception {
        try (Register register = new Register();
                TopicReader rejected = TopicReader.of("registration.events.rejected")) {
            Business business = held(register);
            PersonIdentity person = business.operator();
            String id = person.residentId().value();
            String phone = Objects.requireNonNull(person.phone());
            String residence = Objects.requireNonNull(person.residence());
            String note = "备注里的秘密丁香";
            TaxClient.posting()
                    .contentType("application/json")
                    .body(Map.of("item", "FINES", "value", "NO", "note", note))
                    .post("/taxpayers/" + business.id() + "/facts")
                    .then()
                    .statusCode(201);
            String why = "当事人欠税的秘密茉莉";
            String waiting = TaxClient.officer()
                    .get("/taxpayers/" + business.id())
                    .jsonPath()
                    .getString("waiting[0]");
            TaxClient.posting()
                    .contentType("application/json")
                    .body(Map.of("reason", why))
                    .post("/changes/" + waiting + "/refusal")
                    .then()
                    .statusCode(200)
                    .body("note", equalTo(why))
                    .body("divergent", equalTo(true));
            assertThat(TaxClient.officer()
                            .get("/taxpayers/" + business.id())
                            .jsonPath()
                            .getList("refused"))
                    .containsExactly(waiting);
            List<String> errors = new ArrayList<>();
            for (String bad :
                    List.of("{\"item\":\"" + id + "\",\"value\":\"NO\"}", "{\"value\":\"" + id + "\"}", "{" + id)) {
                errors.add(TaxClient.posting()
                        .contentType("application/json")
                        .body(bad)
                        .post("/taxpayers/" + business.id() + "/facts")
                        .then()
                        .extract()
                        .asString());
            }
            errors.add(TaxClient.officer().get("/taxpayers?uscc=" + id).asString());
            errors.add(TaxClient.officer().get("/taxpayers/" + phone).asString());
            RawEvent broken = register.stream.next(business.id(), register.suspended(business, Register.change()));
            register.stream.send(broken.withBody(
                    ("{\"changeId\":\"" + id + "\",\"name\":\"" + phone + "\"}").getBytes(StandardCharsets.UTF_8)));
            Business other = register.business();
            register.stream.send(register.stream
                    .next(other.id(), register.opening(other, false))
                    .withHeader("ce_id", id)
                    .withHeader("ce_time", phone));
            Business last = register.opened();
            await("later work")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(register.answersAbout(last, last.opening()))
                            .contains(new ChangeCompleted(last.opening(), Mode.AUTO, 0, null)));

            await("parked and rejected")
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            operator("/messaging/parked").contains(business.id().value())
                                    && !rejected.of(other.id()).isEmpty());

            Canaries secrets = new Canaries(id, phone, residence, note, why);
            assertThat(errors).noneMatch(secrets::in);
            assertThat(operator("/messaging/parked")
                            + operator("/messaging/parked/registration-events/" + business.id())
                            + operator("/messaging/state"))
                    .satisfies(told -> assertThat(secrets.in(told)).isFalse());
            assertThat(register.raw(business)).noneMatch(raw -> secrets.in(text(raw)));
            RawEvent aside = rejected.of(other.id()).get(0);
            assertThat(secrets.in(aside.header("reason") + aside.header("rejectedfrom")))
                    .isFalse();
            assertThat(new Canaries(
                                    other.operator().residentId().value(),
                                    String.valueOf(other.operator().phone()))
                            .in(aside.body()))
                    .as("a rejected body is as sealed as it came")
                    .isFalse();
            for (String table : tables()) {
                if (!List.of("parked_event", "skipped_event", "unknown_event").contains(table)) {
                    assertThat(secrets.in(contents(table))).as(table).isFalse();
                }
            }
            nothingToSeeForThoseWhoWatch(new Canaries(id, phone, residence, note, why, "王老板"));
        }
    }

    private void nothingToSeeForThoseWhoWatch(Canaries canaries) throws IOException {
        assertThat(canaries.in(Files.readString(Path.of("target/quarkus-test.log"))))
                .as("log")
                .isFalse();
        String measured;
        try (InputStream page = metrics.openStream()) {
            measured = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(measured).contains("http_server_requests", "inbox_parked");
        assertThat(canaries.in(measured)).as("metrics").isFalse();
        assertThat(spans.texts())
                .anyMatch(span -> span.contains("/taxpayers"))
                .anyMatch(span -> span.contains("url.query=…"));
        assertThat(spans.texts().stream().filter(canaries::in).limit(1))
                .as("traces")
                .isEmpty();
    }

    private static String operator(String path) {
        return given().auth().oauth2(TestTokens.of("operator")).get(path).asString();
    }

    private static Business held(Register register) {
        Business business = register.opened();
        await("opened")
                .atMost(Duration.ofSeconds(40))
                .until(() ->
                        !register.answersAbout(business, business.opening()).isEmpty());
        await("taxpayer")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        TaxClient.officer().get("/taxpayers/" + business.id()).statusCode() == 200);
        TaxClient.clean(business.id());
        TaxClient.fact(business.id(), "ARREARS", "YES");
        TaxClient.fact(business.id(), "UNDER_INSPECTION", "YES");
        ChangeId change = Register.change();
        register.publish(
                business,
                register.passed(business, change, business.tenure(), Register.tenure(), Regime.POST_SYNC, null));
        await("held")
                .atMost(Duration.ofSeconds(40))
                .until(() -> register.answersAbout(business, change).stream().anyMatch(ChangeHeld.class::isInstance));
        return business;
    }

    private List<String> tables() throws SQLException {
        return query("select table_name from information_schema.tables where table_schema = database()");
    }

    private String contents(String table) throws SQLException {
        return String.join("\n", query("select * from " + table));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    byte[] value = rows.getBytes(column);
                    values.add(value == null ? "" : new String(value, StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(RawEvent raw) {
        return raw.headers() + new String(raw.body(), StandardCharsets.UTF_8);
    }
}
