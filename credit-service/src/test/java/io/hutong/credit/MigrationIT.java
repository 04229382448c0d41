package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.testing.KilledMigration;
import io.hutong.testing.MigrationPromises;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigrationIT extends MigrationPromises {
    private static final String ENTRY = "019ab3c0-0000-7000-8000-00000000e000";

    MigrationIT() {
        super("credit");
    }

    @Test
    void what_was_told_before_the_upgrade_is_known_by_the_entry_that_it_was_about() throws Exception {
        try (TestDatabase database = TestDatabase.create(TestServers.running(), "credit")) {
            var migration = new KilledMigration(database, "db/changelog.xml");
            migration.migrate();
            tell(database, "ABNORMAL_LISTED", "{\"entryId\":\"" + ENTRY + "\",\"ground\":\"ABN_UNREACHABLE\"}");
            tell(database, "STATUS_CHANGED", "{\"status\":\"SUSPENDED\"}");
            migration.forgetWhatWasDone();
            migration.migrate();
            assertThat(database.number(
                            "select count(*) from feed_entry where kind = 'ABNORMAL_LISTED' and subject_id = ?", ENTRY))
                    .isEqualTo(1);
            assertThat(database.number(
                            "select count(*) from feed_entry where kind = 'STATUS_CHANGED' and subject_id is null"))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_credit_china_pushed_before_the_upgrade_is_its_first_version() throws Exception {
        try (TestDatabase database = TestDatabase.create(TestServers.running(), "credit")) {
            var migration = new KilledMigration(database, "db/changelog.xml");
            migration.migrate();
            push(database);
            migration.forgetWhatWasDone();
            migration.migrate();
            assertThat(database.number(
                            "select count(*) from repair_push where repair_id = ? and version = 1 and case_no = 'XCN-1'"
                                    + " and case_on = '2026-07-08' and promised = 1 and corrected = 0",
                            ENTRY))
                    .isEqualTo(1);
        }
    }

    private static void push(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into repair(repair_id, biz_id, target, target_id, tenure_id, channel, fulfilled,"
                    + " corrected, promised, requested_on, requested_by, state, step_on, step_by, grounds, case_no,"
                    + " case_on) values ('" + ENTRY + "', '" + ENTRY + "', 'PENALTY', '" + ENTRY + "', '" + ENTRY
                    + "', 'XCN', 1, 0, 1, '2026-07-09', 'xcn', 'REQUESTED', '2026-07-09', 'xcn', '{}', 'XCN-1',"
                    + " '2026-07-08')");
        }
    }

    private static void tell(TestDatabase database, String kind, String facts) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into feed_entry(organisation, biz_id, uscc, kind, facts, made_at) values"
                    + " ('FI-620702-BANKA', '019ab3c0-0000-7000-8000-00000000b000', '92620702MA7DR0000X', '" + kind
                    + "', '" + facts + "', now(6))");
        }
    }
}
