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
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Inject
    KeyWrapping wrapping;

    @Test
    void the_table_holds_a_key_once_in_61_bytes_and_nothing_for_the_others() throws SQLException {
        KeyFiles.create(config.directory(), "credit");
        make(forCredit);
        assertThat(recipients(forCredit)).containsExactly("credit", "tax");
        assertThat(storedBytes(tenure)).isEqualTo(61);
    }

    @Test
    void a_waiting_record_is_wrapped_as_it_leaves_and_only_its_recipient_can_open_it() {
        KeyFiles.create(config.directory(), "credit", "exchange");
        QuarkusTransaction.begin();
        SecretKey made = keys.forSealing(forCredit);
        keys.flush();
        KeyRecord leaving = leaving(forCredit);
        QuarkusTransaction.rollback();

        assertThat(leaving.recipient()).isEqualTo("credit");
        assertThat(of("credit").unwrap(wrapped(leaving), forCredit)).isEqualTo(made);
        assertThatThrownBy(() -> of("exchange").unwrap(wrapped(leaving), forCredit))
                .isInstanceOf(SealingFailure.class);
    }

    @Test
    void a_key_erased_while_its_record_waited_leaves_as_erased() {
        KeyFiles.create(config.directory(), "credit");
        QuarkusTransaction.begin();
        keys.forSealing(forCredit);
        keys.flush();
        sealingKeys.erase(tenure);
        KeyRecord leaving = leaving(forCredit);
        QuarkusTransaction.rollback();

        assertThat(leaving.erased()).isTrue();
    }

    @Test
    void a_waiting_record_whose_key_is_missing_is_not_sent_as_erased() {
        KeyFiles.create(config.directory(), "credit");
        QuarkusTransaction.begin();
        new PendingKeyTable(dataSource).add(List.of(KeyRecord.toWrap(forCredit, "credit")));
        assertThatThrownBy(() -> exchange.pending(100_000))
                .isInstanceOf(SealingFailure.class)
                .hasMessageContaining("no key " + forCredit);
        QuarkusTransaction.rollback();
    }

    @Test
    void a_recipient_whose_public_key_is_gone_stops_nobody_and_gets_the_key_when_it_is_back() throws Exception {
        KeyId forSubsidy = KeyId.of("tax", tenure, Audience.PERSON_REF_SUBSIDY);
        KeyFiles.create(config.directory(), "credit", "subsidy");
        Path publicKey = config.directory().resolve("subsidy" + KeyFiles.PUBLIC_SUFFIX);
        Path away = config.directory().resolve("subsidy.away");
        QuarkusTransaction.begin();
        SecretKey made = keys.forSealing(forSubsidy);
        keys.forSealing(forCredit);
        keys.flush();
        Files.move(publicKey, away);
        List<String> without = leavingKeys();
        Files.move(away, publicKey);
        sealingKeys.addRecipient("subsidy", 10_000);
        KeyRecord later = leaving(forSubsidy);
        QuarkusTransaction.rollback();

        assertThat(without).contains(forCredit + "/credit").doesNotContain(forSubsidy + "/subsidy");
        assertThat(of("subsidy").unwrap(wrapped(later), forSubsidy)).isEqualTo(made);
    }

    @Test
    void a_copy_of_its_own_from_before_that_carries_an_rsa_part_is_opened_as_ever() throws SQLException {
        SecretKey made = AesGcm.newKey();
        byte[] before = wrapping.wrap(made, detail, "tax").orElseThrow();
        String sql = "insert into data_key(kid, tenure_id, audience, recipient, wrapped) values(?,?,?,'tax',?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, detail.toString());
            insert.setString(2, tenure.value());
            insert.setString(3, detail.audience());
            insert.setBytes(4, before);
            insert.executeUpdate();
        }
        assertThat(keys.forOpening(detail)).contains(made);
    }

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
    void a_recipient_whose_public_key_becomes_known_later_is_added_without_any_event() throws Exception {
        for (String suffix : List.of(KeyFiles.PUBLIC_SUFFIX, KeyFiles.PRIVATE_SUFFIX)) {
            Files.deleteIfExists(config.directory().resolve("credit" + suffix));
        }
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

    private KeyRecord leaving(KeyId kid) {
        return exchange.pending(100_000).stream()
                .map(waiting -> KeyRecord.parse(waiting.key(), waiting.value()))
                .filter(key -> key.kid().equals(kid))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<String> leavingKeys() {
        return exchange.pending(100_000).stream().map(KeyExchange.Pending::key).toList();
    }

    private KeyWrapping of(String service) {
        return new KeyWrapping(FileKeyRing.load(config.directory(), service));
    }

    private static byte[] wrapped(KeyRecord key) {
        byte[] wrapped = key.wrapped();
        assertThat(wrapped).isNotNull();
        return wrapped == null ? new byte[0] : wrapped;
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
