package io.hutong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.messaging.delivery.DeliveryServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Everything here is rolled back: the database belongs to the other tests too. */
@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatedDataIT {
    @Inject
    DatedData data;

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void end() {
        QuarkusTransaction.rollback();
    }

    @Test
    void the_start_of_a_service_in_the_real_time_has_settled_it_and_a_simulated_one_is_refused() {
        assertThat(kind()).isEqualTo("REAL");
        assertThatCode(() -> data.goOnIn(TimeKind.REAL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> data.goOnIn(TimeKind.SIMULATED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("数据按真实时间记录")
                .hasMessageContaining("dated by the real time");
        assertThat(kind()).isEqualTo("REAL");
    }

    @Test
    void data_that_began_in_a_simulated_time_never_go_on_in_the_real_one() {
        empty();
        data.goOnIn(TimeKind.SIMULATED);
        assertThat(kind()).isEqualTo("SIMULATED");
        event();
        assertThatCode(() -> data.goOnIn(TimeKind.SIMULATED)).doesNotThrowAnyException();
        assertThatThrownBy(() -> data.goOnIn(TimeKind.REAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("数据按模拟时间记录")
                .hasMessageContaining("serve nothing real");
        assertThat(kind()).isEqualTo("SIMULATED");
    }

    @Test
    void what_was_stored_before_anybody_asked_is_of_the_real_time() {
        empty();
        event();
        assertThatThrownBy(() -> data.goOnIn(TimeKind.SIMULATED)).hasMessageContaining("dated by the real time");
        assertThat(kind()).isEqualTo("REAL");
    }

    private void empty() {
        database.update("delete from time_kind");
        database.update("delete from event_log");
        database.update("delete from inbox");
    }

    private void event() {
        database.update("insert into inbox(source, biz_id, epoch, version)"
                + " values ('/registration', '019ab3c0-0000-7000-8000-0000000000b1', 1, 1)");
    }

    private String kind() {
        return database.first("select kind from time_kind", row -> row.getString(1))
                .orElse("none");
    }
}
