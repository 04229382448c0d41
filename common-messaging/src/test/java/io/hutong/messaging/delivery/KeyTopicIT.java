package io.hutong.messaging.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.messaging.Sql;
import io.hutong.messaging.relay.EventProducer;
import io.hutong.messaging.sealing.KeyId;
import io.hutong.messaging.sealing.KeyRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyTopicIT {
    private static final byte[] WRAPPED = {1, 2, 3};

    @Inject
    DataSource dataSource;

    @Inject
    EventProducer producer;

    private String broker;

    @BeforeEach
    void topics() throws Exception {
        broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Topic.make(broker, "registration.events", "registration.events.rejected", "registration.keys");
    }

    @Test
    void waiting_key_records_are_sent_to_the_key_topic_and_forgotten() {
        KeyRecord key = record("tax", "credit");
        update("insert into key_pending(kid, recipient, wrapped) values (?, 'credit', x'010203')", key);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.all(broker, "tax.keys"))
                        .anyMatch(record ->
                                record.key().equals(key.key()) && new String(record.value(), UTF_8).contains("AQID")));
        await().atMost(Duration.ofSeconds(5)).until(() -> count("key_pending", key) == 0);
    }

    @Test
    void keys_for_this_service_are_stored_and_what_is_no_key_is_rejected() throws Exception {
        KeyRecord ours = record("registration", "tax");
        KeyRecord others = record("registration", "credit");
        producer.send("registration.keys", "noise " + ours.key(), "noise".getBytes(UTF_8), Map.of())
                .get();
        producer.send("registration.keys", others.key(), others.value(), Map.of())
                .get();
        producer.send("registration.keys", ours.key(), ours.value(), Map.of()).get();

        await().atMost(Duration.ofSeconds(20)).until(() -> count("received_key", ours) == 1);
        assertThat(count("received_key", others)).isZero();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.all(broker, "registration.events.rejected"))
                        .anyMatch(record -> ("noise " + ours.key()).equals(record.key())
                                && Topic.header(record, "reason").equals("NOT_A_KEY_RECORD")));
    }

    private static KeyRecord record(String producer, String recipient) {
        return new KeyRecord(
                KeyId.parse(producer + ":" + UUID.randomUUID() + ":OPERATOR_IDENTITY"), recipient, WRAPPED);
    }

    private void update(String sql, KeyRecord key) {
        Sql.call(dataSource, "prepare the test", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, key.kid().toString());
                return update.executeUpdate();
            }
        });
    }

    private long count(String table, KeyRecord key) {
        return Sql.call(dataSource, "count", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select count(*) from " + table + " where kid = ?")) {
                query.setString(1, key.kid().toString());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
