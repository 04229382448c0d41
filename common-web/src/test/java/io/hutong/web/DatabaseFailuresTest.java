package io.hutong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hutong.embedded.FreePort;
import io.hutong.web.DatabaseFailures.Kind;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseFailuresTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1062, CONFLICT, duplicate key",
        "1205, CONFLICT, lock wait timeout",
        "1213, CONFLICT, deadlock",
        "1040, OUTAGE, too many connections",
        "1290, OUTAGE, read-only server",
        "1021, OUTAGE, disk full",
        "1452, OTHER, broken foreign key",
        "1048, OTHER, null in a required column",
        "1146, OTHER, no such table",
    })
    void error_numbers_tell_them_apart(int number, Kind kind, String meaning) {
        assertThat(DatabaseFailures.kind(new SQLException(meaning, "HY000", number)))
                .isEqualTo(kind);
    }

    @Test
    void a_port_where_nobody_listens_is_an_outage() {
        Throwable refused =
                catchThrowable(() -> DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + FreePort.choose() + "/web")
                        .close());
        assertThat(DatabaseFailures.kind(refused)).isEqualTo(Kind.OUTAGE);
    }

    @Test
    void a_lost_connection_and_an_exhausted_pool_are_outages() {
        assertThat(DatabaseFailures.kind(new SQLTransientConnectionException())).isEqualTo(Kind.OUTAGE);
        assertThat(DatabaseFailures.kind(new SQLException("no answer", "08S01")))
                .isEqualTo(Kind.OUTAGE);
        assertThat(DatabaseFailures.kind(new SQLException("pool", new TimeoutException())))
                .isEqualTo(Kind.OUTAGE);
    }

    @Test
    void what_is_not_of_the_database_is_neither() {
        assertThat(DatabaseFailures.kind(new IllegalStateException())).isEqualTo(Kind.OTHER);
    }
}
