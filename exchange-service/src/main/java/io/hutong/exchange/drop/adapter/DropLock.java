package io.hutong.exchange.drop.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** One worker among all replicas: a named lock of the database server, which falls with the connection of whoever dies. */
@ApplicationScoped
class DropLock {
    private static final Logger LOG = Logger.getLogger(DropLock.class);
    private static final String NAME = "concat(database(), '.drop')";

    private final DataSource database;

    DropLock(DataSource database) {
        this.database = database;
    }

    /** Does the work if nobody else is at it. */
    void alone(Runnable work) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!one(statement, "select get_lock(" + NAME + ", 0)")) {
                return;
            }
            try {
                work.run();
            } finally {
                one(statement, "select release_lock(" + NAME + ")");
            }
        } catch (SQLException away) {
            LOG.warnf(
                    "the drop folder waits for the database: %s",
                    away.getClass().getSimpleName());
        }
    }

    private static boolean one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        }
    }
}
