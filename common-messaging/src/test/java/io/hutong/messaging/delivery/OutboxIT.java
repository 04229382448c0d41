package io.hutong.messaging.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import io.hutong.events.TaxEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.EventDigest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxIT {
    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Inject
    Tracer tracer;

    @Test
    void what_commits_is_sent_once_per_version_in_order_and_forms_a_chain() {
        BizId business = Register.newBusiness();
        for (int i = 0; i < 5; i++) {
            append(business, 3);
        }

        List<ConsumerRecord<String, byte[]>> sent = sent(business, 15);
        assertThat(sent)
                .extracting(record -> Topic.header(record, "ce_streamversion"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 15).mapToObj(Long::toString).toList());
        String previous = "";
        for (ConsumerRecord<String, byte[]> record : sent) {
            assertThat(Topic.header(record, "ce_prevdigest")).isEqualTo(previous);
            Map<String, String> headers = new LinkedHashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            previous = String.valueOf(EventDigest.hex(EventDigest.of(headers, record.value())));
        }
        assertThat(Topic.header(sent.get(0), "ce_type")).isEqualTo("io.hutong.tax.status-changed.v1");
        assertThat(Topic.header(sent.get(0), "ce_source")).isEqualTo("/tax");
    }

    @Test
    void a_rollback_leaves_neither_event_nor_gap() {
        BizId business = Register.newBusiness();
        append(business, 1);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    statusChanged(business);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        append(business, 1);

        assertThat(sent(business, 2))
                .extracting(record -> Topic.header(record, "ce_streamversion"))
                .containsExactly("1", "2");
    }

    @Test
    void many_writers_of_one_business_make_no_gap() {
        BizId business = Register.newBusiness();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> append(business, 1)))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(sent(business, 40))
                .extracting(record -> Topic.header(record, "ce_streamversion"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 40).mapToObj(Long::toString).toList());
    }

    @Test
    void many_streams_in_one_transaction_keep_their_events_and_lanes_apart() throws SQLException {
        List<BizId> businesses =
                IntStream.range(0, 50).mapToObj(i -> Register.newBusiness()).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int round = 0; round < 3; round++) {
                businesses.forEach(this::statusChanged);
            }
        });

        for (BizId business : businesses) {
            assertThat(sent(business, 3))
                    .extracting(record -> Topic.header(record, "ce_streamversion"))
                    .containsExactly("1", "2", "3");
        }
        assertThat(count("select count(*) from event_pending p left join event_log l on l.position = p.position"
                        + " where l.position is null or l.lane <> p.lane"))
                .isZero();
    }

    @Test
    void the_version_is_known_when_the_event_is_appended() {
        BizId business = Register.newBusiness();
        Envelope envelope = QuarkusTransaction.requiringNew().call(() -> {
            Outbox.Stream stream = outbox.lock(business);
            assertThat(stream.position().version()).isZero();
            stream.append(status(), context());
            return stream.append(status(), context());
        });

        assertThat(envelope.position()).isEqualTo(new Position(1, 2));
        assertThat(envelope.prevDigest()).hasSize(64);
    }

    @Test
    void a_trace_goes_from_the_transaction_over_the_topic() {
        BizId business = Register.newBusiness();
        Span span = tracer.spanBuilder("request").startSpan();
        try (Scope scope = span.makeCurrent()) {
            append(business, 1);
        }
        span.end();

        ConsumerRecord<String, byte[]> record = sent(business, 1).get(0);
        String trace = span.getSpanContext().getTraceId();
        assertThat(Topic.header(record, "ce_traceparent"))
                .isEqualTo("00-" + trace + "-" + span.getSpanContext().getSpanId() + "-01");
        assertThat(Topic.header(record, "traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain(span.getSpanContext().getSpanId());
    }

    @Test
    void a_reader_gets_the_stored_bytes_and_the_heads() {
        BizId business = Register.newBusiness();
        append(business, 3);
        String token = Tokens.of("tax-sync-service");
        List<ConsumerRecord<String, byte[]>> sent = sent(business, 3);

        given().auth()
                .oauth2(token)
                .get("/messaging/streams/" + business + "?from=2&to=3")
                .then()
                .statusCode(200)
                .body("head.version", equalTo(3))
                .body("events", hasSize(2))
                .body("events[0].headers.ce_streamversion", equalTo("2"))
                .body(
                        "events[0].body",
                        equalTo(Base64.getEncoder().encodeToString(sent.get(1).value())));
        int position = given().auth()
                .oauth2(token)
                .get("/messaging/streams/" + business)
                .then()
                .extract()
                .path("events[0].position");
        given().auth()
                .oauth2(token)
                .get("/messaging/heads?after=" + (position - 1) + "&limit=2")
                .then()
                .statusCode(200)
                .body("heads", hasSize(2))
                .body("last", greaterThanOrEqualTo(position + 1))
                .body("heads[0].bizId", equalTo(business.value()))
                .body("heads[0].version", equalTo(1))
                .body("next", equalTo(position + 1));
    }

    @Test
    void an_operator_sees_lanes_and_inboxes() {
        String token = Tokens.of("operator");
        given().auth()
                .oauth2(token)
                .get("/messaging/state")
                .then()
                .statusCode(200)
                .body("service", equalTo("tax"))
                .body("lanes", hasSize(16))
                .body("inboxes[0].inbox", equalTo("registration-events"));
        given().auth()
                .oauth2(token)
                .get("/messaging/parked/none/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token)
                .get("/messaging/parked/registration-events/x")
                .then()
                .statusCode(400);
    }

    @Test
    void gauges_and_probes_tell_the_state_of_delivery() {
        append(Register.newBusiness(), 1);
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains(
                        "outbox_oldest_unsent_seconds",
                        "outbox_pending",
                        "inbox_parked{inbox=\"registration-events\"",
                        "inbox_lag{inbox=\"registration-events\"",
                        "inbox_heads_missing{inbox=\"registration-events\"",
                        "inbox_heads_whole_seconds{inbox=\"registration-events\"",
                        "kafka_producer_record_send_total{client_id=\"tax-relay\"",
                        "kafka_consumer_fetch_manager_records_lag_max{client_id=\"tax.registration-events\"",
                        "kafka_consumer_fetch_manager_records_lag_max{client_id=\"tax.registration-keys\"");
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'delivery' }.data.broker", equalTo("reachable"))
                .body("checks.find { it.name == 'delivery loops' }.status", equalTo("UP"))
                .body("checks.size()", greaterThan(1));
    }

    private void append(BizId business, int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                statusChanged(business);
            }
        });
    }

    private void statusChanged(BizId business) {
        outbox.lock(business).append(status(), context());
    }

    static TaxEvent.StatusChanged status() {
        return new TaxEvent.StatusChanged(TaxEvent.StatusChanged.Status.NORMAL, LocalDate.of(2026, 1, 1));
    }

    static EventContext context() {
        return new EventContext(
                Instant.parse("2026-11-24T01:00:00Z"),
                LocalDate.of(2026, 11, 24),
                DivisionCode.of("620702"),
                UUID.randomUUID(),
                null,
                null);
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> sent(BizId business, int count) {
        String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            found.clear();
            Topic.all(broker, "tax.events").stream()
                    .filter(record -> business.value().equals(record.key()))
                    .forEach(found::add);
            return found.size() >= count;
        });
        return found;
    }
}
