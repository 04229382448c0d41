package io.hutong.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.messaging.Database;
import io.hutong.messaging.DeliveryFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseIT {
    private static final String PUT =
            "insert into later_written(id, name) values (?,?) on duplicate key update name = values(name)";

    @Inject
    Database database;

    @BeforeEach
    void empty() {
        database.update("create table if not exists later_written(id int primary key, name varchar(5) not null)");
        database.update("delete from later_written");
    }

    @Test
    void rows_written_later_are_there_after_the_commit() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.later(PUT, 1, "a");
            database.later(PUT, 2, "b");
        });

        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void whoever_reads_in_the_same_transaction_sees_them() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.later(PUT, 1, "a");
            assertThat(names()).containsExactly("a");
        });
    }

    @Test
    void different_statements_keep_their_order() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.later(PUT, 1, "a");
            database.later("update later_written set name = ? where id = ?", "b", 1);
            database.later(PUT, 1, "c");
            database.later("update later_written set name = concat(name, ?) where id = ?", "d", 1);
        });

        assertThat(names()).containsExactly("cd");
    }

    @Test
    void without_a_transaction_a_row_is_written_at_once() {
        database.later(PUT, 1, "a");

        assertThat(names()).containsExactly("a");
    }

    @Test
    void nothing_of_a_transaction_that_rolls_back_is_written() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.later(PUT, 1, "a");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(names()).isEmpty();
    }

    @Test
    void a_row_that_cannot_be_written_stops_the_commit() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.later(PUT, 1, "a");
                    database.later(PUT, 2, "too long");
                }))
                .isInstanceOf(Exception.class);

        assertThat(names()).isEmpty();
    }

    @Test
    void whoever_catches_its_failure_cannot_commit_without_it() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.later(PUT, 2, "too long");
                    assertThatThrownBy(this::names).isInstanceOf(DeliveryFailure.class);
                    database.later(PUT, 1, "a");
                }))
                .isInstanceOf(Exception.class);

        assertThat(names()).isEmpty();
    }

    private List<String> names() {
        return database.query("select name from later_written order by id", row -> row.getString(1));
    }
}
