package io.hutong.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * The migration of a database at the start of a service, and what is left of one that was killed: its lock row, and
 * tables that were made but not noted, for the database ends each statement that changes a table by itself.
 */
public final class KilledMigration {
    private final TestDatabase database;
    private final String changeLog;

    public KilledMigration(TestDatabase database, String changeLog) {
        this.database = database;
        this.changeLog = changeLog;
    }

    /** The lock as Liquibase's own lock table keeps it when its owner is killed. */
    public void leaveLocked() throws SQLException {
        execute(
                "create table DATABASECHANGELOGLOCK (ID int primary key, LOCKED tinyint not null,"
                        + " LOCKGRANTED datetime null, LOCKEDBY varchar(255) null)",
                "insert into DATABASECHANGELOGLOCK values (1, 1, now(), 'a killed process (127.0.0.1)')");
    }

    /** Every table is there, and nothing is noted. */
    public void forgetWhatWasDone() throws SQLException {
        execute("delete from DATABASECHANGELOG");
    }

    /** What a starting service does. */
    public void migrate() throws SQLException, LiquibaseException {
        run(liquibase -> liquibase.update(new Contexts()));
    }

    /** What an earlier version did that did not have that change set, and none behind it. */
    public void migrateUpTo(String changeSetId) throws SQLException, LiquibaseException {
        run(liquibase -> {
            List<String> ids = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                    .map(ChangeSet::getId)
                    .toList();
            liquibase.update(ids.indexOf(changeSetId), new Contexts(), new LabelExpression());
        });
    }

    private void run(Migration migration) throws SQLException, LiquibaseException {
        try (Connection connection = database.connect()) {
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(changeLog, new ClassLoaderResourceAccessor(), target)) {
                migration.run(liquibase);
            }
        }
    }

    private interface Migration {
        void run(Liquibase liquibase) throws LiquibaseException;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
