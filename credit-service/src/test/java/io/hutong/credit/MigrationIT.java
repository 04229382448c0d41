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

    @Test
    void objections_from_before_the_upgrade_are_about_entries_in_the_abnormal_list_and_stay_open() throws Exception {
        try (TestDatabase database = TestDatabase.create(TestServers.running(), "credit")) {
            var migration = new KilledMigration(database, "db/changelog.xml");
            migration.migrateUpTo("credit-repair-11-objection-targets");
            String pushed = ENTRY.replace('e', 'f');
            object(database, ENTRY, "null, null");
            object(database, pushed, "'XCN-2', '2026-07-08'");
            migration.migrate();
            String open = "select count(*) from objection where objection_id = ? and target = 'ABNORMAL_ENTRY'"
                    + " and target_id = objection_id and open_target = objection_id and case_version = 1";
            assertThat(database.number(open, ENTRY)).isEqualTo(1);
            assertThat(database.number(open, pushed)).isEqualTo(1);
            assertThat(database.number("select count(*) from objection_push")).isEqualTo(1);
            assertThat(database.number(
                            "select count(*) from objection_push where objection_id = ? and version = 1"
                                    + " and case_no = 'XCN-2' and case_on = '2026-07-08' and statement = x'0102'"
                                    + " and pushed_on = '2026-07-09' and pushed_by = 'xcn'",
                            pushed))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_source_that_was_followed_before_the_upgrade_counts_as_heard_only_when_it_was_looked_at_again()
            throws Exception {
        try (TestDatabase database = TestDatabase.create(TestServers.running(), "credit")) {
            var migration = new KilledMigration(database, "db/changelog.xml");
            migration.migrateUpTo("inbox-2-heard-as-a-whole");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into head_cursor(source, position, checked_at) values ('/tax', 7, now(6))");
            }
            migration.migrate();
            assertThat(
                            database.number(
                                    "select count(*) from head_cursor where source = '/tax' and position = 7 and whole_at is null"))
                    .isEqualTo(1);
        }
    }

    @Test
    void tenures_that_left_a_trace_before_the_upgrade_are_known_as_earlier_ones() throws Exception {
        try (TestDatabase database = TestDatabase.create(TestServers.running(), "credit")) {
            var migration = new KilledMigration(database, "db/changelog.xml");
            migration.migrateUpTo("credit-agencies-2-earlier-tenures");
            String present = "019ab3c0-0000-7000-8000-00000000b001";
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into business(biz_id, uscc, registrar, established_on, tenure_id,"
                        + " online_places, status) values ('" + ENTRY + "', '92620702MA7DR0000X', '620702',"
                        + " '2020-05-06', '" + present + "', '[]', 'ACTIVE')");
            }
            push(database);
            migration.migrate();
            assertThat(database.number(
                            "select count(*) from earlier_tenure where biz_id = ? and tenure_id = ?", ENTRY, ENTRY))
                    .isEqualTo(1);
            assertThat(database.number("select count(*) from earlier_tenure")).isEqualTo(1);
        }
    }

    @Test
    void a_doubt_from_before_the_upgrade_stays_and_it_is_not_known_since_when() throws Exception {
        try (TestDatabase database = TestDatabase.create(TestServers.running(), "credit")) {
            var migration = new KilledMigration(database, "db/changelog.xml");
            migration.migrateUpTo("credit-agencies-3-doubts-since-when");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into agency_doubt(biz_id, kind) values ('" + ENTRY + "', 'PERMIT')");
            }
            migration.migrate();
            assertThat(database.number(
                            "select count(*) from agency_doubt where biz_id = ? and kind = 'PERMIT'"
                                    + " and since is null and missed = 1",
                            ENTRY))
                    .isEqualTo(1);
        }
    }

    private static void object(TestDatabase database, String id, String pushed) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into objection(objection_id, biz_id, entry_id, open_entry, tenure_id, channel,"
                    + " statement, filed_on, filed_by, state, step_on, step_by, due_on, case_no, case_on) values ('"
                    + id + "', '" + ENTRY + "', '" + id + "', '" + id + "', '" + ENTRY + "', 'XCN', x'0102',"
                    + " '2026-07-09', 'xcn', 'FILED', '2026-07-09', 'xcn', '2026-07-16', " + pushed + ")");
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
