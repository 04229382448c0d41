package io.hutong.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.Audience;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.KeyExchange;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.UnsendableEvent;
import io.hutong.messaging.delivery.DeliveryServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealingKeysIT {
    private final OperatorTenureId tenure =
            OperatorTenureId.of(UUID.randomUUID().toString());
    private final KeyId detail = KeyId.of("tax", tenure, Audience.TAX_DETAIL);
    private final KeyId forCredit = KeyId.of("tax", tenure, Audience.PERSON_REF_CREDIT);

    @Inject
    DataKeys keys;

    @Inject
    SealingKeys sealingKeys;

    @Inject
    KeyExchange exchange;

    @Inject
    KeyUnsealer.ReceivedKeyRecords received;

    @Inject
    SealingConfig config;

    @Inject
    KeyCache cache;

    @Inject
    DataSource dataSource;

    @Test
    void a_key_is_made_once_and_is_the_same_after_a_restart() {
        SecretKey made = make(detail);
        assertThat(make(detail)).isEqualTo(made);
        cache.remove(detail.toString());
        assertThat(keys.forOpening(detail)).contains(made);
        cache.remove(detail.toString());
        assertThat(make(detail)).isEqualTo(made);
    }

    @Test
    void a_key_of_a_transaction_that_rolled_back_is_used_by_nobody() {
        QuarkusTransaction.begin();
        SecretKey lost = keys.forSealing(detail);
        keys.flush();
        assertThat(keys.forOpening(detail)).contains(lost);
        QuarkusTransaction.rollback();
        assertThat(keys.forOpening(detail)).isEmpty();
        assertThat(make(detail)).isNotEqualTo(lost);
    }

    @Test
    void a_recipient_whose_public_key_becomes_known_later_is_added_without_any_event() throws SQLException {
        make(forCredit);
        assertThat(recipients(forCredit)).containsExactly("tax");
        KeyFiles.create(config.directory(), "credit");
        int added = QuarkusTransaction.requiringNew().call(() -> sealingKeys.addRecipient("credit", 10_000));
        assertThat(added).isPositive();
        assertThat(recipients(forCredit)).containsExactly("credit", "tax");
        assertThat(QuarkusTransaction.requiringNew().call(() -> sealingKeys.addRecipient("credit", 10_000)))
                .isZero();
    }

    @Test
    void an_erased_tenure_can_be_neither_opened_nor_sealed_again() throws SQLException {
        make(detail);
        QuarkusTransaction.requiringNew().run(() -> sealingKeys.erase(tenure));
        assertThatThrownBy(() -> keys.forOpening(detail)).isInstanceOf(Unsealer.NotForUs.class);
        assertThatThrownBy(() -> make(detail)).isInstanceOf(UnsendableEvent.class);
        assertThatThrownBy(() -> make(KeyId.of("tax", tenure, Audience.OPERATOR_IDENTITY)))
                .isInstanceOf(UnsendableEvent.class);
        assertThat(storedBytes(tenure)).isZero();
    }

    @Test
    void received_records_are_kept_if_they_are_ours_and_an_erased_one_never_comes_back() {
        KeyId kid = KeyId.of("registration", tenure, Audience.OPERATOR_IDENTITY);
        KeyRecord ours = new KeyRecord(kid, "tax", new byte[] {1});
        KeyRecord others = new KeyRecord(kid, "credit", new byte[] {2});
        receive(ours, others);
        assertThat(received.find(kid)).contains(ours);
        receive(new KeyRecord(kid, "tax", new byte[] {3}));
        assertThat(received.find(kid)).contains(new KeyRecord(kid, "tax", new byte[] {3}));
        receive(new KeyRecord(kid, "tax", null));
        receive(ours);
        assertThat(received.find(kid)).map(KeyRecord::erased).contains(true);
    }

    @Test
    void one_bad_record_stores_none() {
        KeyId kid = KeyId.of("registration", tenure, Audience.OPERATOR_IDENTITY);
        KeyRecord ours = new KeyRecord(kid, "tax", new byte[] {1});
        List<KeyExchange.Arrived> records =
                List.of(new KeyExchange.Arrived(ours.key(), ours.value()), new KeyExchange.Arrived("nonsense", null));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> exchange.receive(records)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(received.find(kid)).isEqualTo(Optional.empty());
    }

    private SecretKey make(KeyId kid) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SecretKey key = keys.forSealing(kid);
            keys.flush();
            return key;
        });
    }

    private void receive(KeyRecord... records) {
        QuarkusTransaction.requiringNew()
                .run(() -> exchange.receive(List.of(records).stream()
                        .map(key -> new KeyExchange.Arrived(key.key(), key.value()))
                        .toList()));
    }

    private List<String> recipients(KeyId kid) throws SQLException {
        String sql = "select group_concat(recipient order by recipient) from data_key where kid = ?";
        return List.of(text(sql, kid.toString()).split(","));
    }

    private int storedBytes(OperatorTenureId of) throws SQLException {
        String sql = "select coalesce(sum(length(wrapped)), 0) from data_key where tenure_id = ?";
        return Integer.parseInt(text(sql, of.value()));
    }

    private String text(String sql, String argument) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return String.valueOf(rows.getString(1));
            }
        }
    }
}
