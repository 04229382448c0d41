package io.hutong.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DataTruncation;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseAwayTest {
    @Test
    void a_database_that_cannot_keep_a_value_is_not_away() {
        assertThat(away(new DataTruncation(1, true, false, 12, 10))).isFalse();
        assertThat(away(new SQLDataException("no day"))).isFalse();
        assertThat(away(new SQLIntegrityConstraintViolationException("twice"))).isFalse();
    }

    @Test
    void one_that_does_not_answer_is() {
        assertThat(away(new SQLTransientConnectionException("no connection"))).isTrue();
        assertThat(away(new SQLException("lost", "08S01"))).isTrue();
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException("of our own")))
                .isFalse();
    }

    private static boolean away(SQLException cause) {
        return DatabaseAway.isCauseOf(new IllegalStateException(cause));
    }
}
