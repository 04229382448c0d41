package io.hutong.exchange;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.hutong.testing.KilledMigration;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestServers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationIT {
    private final TestDatabase database = TestDatabase.create(TestServers.running(), "exchange");
    private final KilledMigration migration = new KilledMigration(database, "db/changelog.xml");

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    @Timeout(60)
    void the_lock_of_a_start_that_was_killed_locks_nobody_out() throws SQLException {
        migration.leaveLocked();
        assertThatCode(migration::migrate).doesNotThrowAnyException();
    }

    @Test
    void a_migration_that_was_killed_before_it_noted_its_tables_can_be_repeated() throws Exception {
        migration.migrate();
        migration.forgetWhatWasDone();
        assertThatCode(migration::migrate).doesNotThrowAnyException();
    }
}
