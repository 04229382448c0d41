package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.embedded.FreePort;
import io.hutong.identity.BizId;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.delivery.DeliveryServers;
import io.hutong.messaging.delivery.Effects;
import io.hutong.messaging.delivery.Register;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A source whose database was restored from a backup, so that its log is shorter than what a reader took of it. */
@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoredSourceIT {
    @Inject
    OwnReaders readers;

    @Inject
    Effects effects;

    @Inject
    DataSource dataSource;

    private final BizId business = Register.newBusiness();
    private OwnReaders.Source source;
    private Register register;
    private OwnReaders.Reader reader;

    @BeforeEach
    void a_reader_that_took_six_events() throws Exception {
        source = readers.source("restored-source", URI.create("http://127.0.0.1:" + FreePort.choose()));
        register = readers.register(source);
        register.openDoor();
        register.everythingIsOld(61_000);
        register.sends(register.states(business, 6));
        reader = readers.start(source, this::take);
        soon().untilAsserted(() -> assertThat(effects.of(business)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        soon().untilAsserted(() -> assertThat(cursor()).isEqualTo("6 whole"));
    }

    @AfterEach
    void end() throws Exception {
        reader.close();
        register.close();
    }

    @Test
    void what_it_states_after_the_restore_is_found_although_its_positions_were_read_before() {
        register.isRestoredTo(4);
        BizId other = Register.newBusiness();

        register.state(other, 2);

        soon().untilAsserted(() -> assertThat(effects.of(other)).containsExactly(1L));
        soon().untilAsserted(() -> assertThat(cursor()).isEqualTo("5 whole"));
        assertThat(effects.of(business)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(effects.parkedBecause(business)).isEmpty();
    }

    @Test
    void it_does_not_count_as_heard_until_its_shorter_log_was_compared_to_the_end() {
        register.isRestoredTo(4);
        BizId other = Register.newBusiness();
        register.withholds(other);
        register.state(other, 2);
        soon().untilAsserted(() -> assertThat(cursor()).isEqualTo("4 not whole"));

        register.withholds(null);

        soon().untilAsserted(() -> assertThat(cursor()).isEqualTo("5 whole"));
    }

    @Test
    void a_stream_that_it_goes_on_with_differently_stands_still_although_the_version_was_taken_before() {
        register.isRestoredTo(4);

        register.state(business, 2);

        soon().untilAsserted(() -> assertThat(effects.parkedBecause(business)).isEqualTo("HISTORY_CONFLICT"));
        assertThat(effects.of(business)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        soon().untilAsserted(() -> assertThat(cursor()).isEqualTo("5 whole"));
    }

    private void take(ReceivedEvent received) {
        effects.write(received.envelope());
    }

    private String cursor() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select position, whole_at is null from head_cursor where source = ?")) {
            query.setString(1, source.path());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) + (row.getBoolean(2) ? " not whole" : " whole") : "none";
            }
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
