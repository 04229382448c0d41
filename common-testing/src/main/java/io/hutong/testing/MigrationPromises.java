package io.hutong.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the change log of every service must stand: a start that is killed in its migration, at any place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class MigrationPromises {
    private final TestDatabase database;
    private final KilledMigration migration;

    protected MigrationPromises(String service) {
        this.database = TestDatabase.create(TestServers.running(), service);
        this.migration = new KilledMigration(database, "db/changelog.xml");
    }

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
