package io.hutong.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of keys and the answers given under them. Every method runs in the caller's transaction. */
@ApplicationScoped
class IdempotencyKeys {
    /** What a client used once. */
    record Key(String clientId, String key) {}

    /** The row of a key; without an answer it is this transaction's own. */
    record Entry(String digest, @Nullable Answer answer) {}

    /** What is given again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(
            int status, @Nullable String location, @Nullable String etag, byte @Nullable [] body) {}

    private final DataSource database;

    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /**
     * Inserts first and reads then: whoever comes second waits here until the first commits or rolls back. The update
     * in vain takes an exclusive lock at once; an ignored duplicate would take a shared one and invite deadlocks.
     */
    Entry claim(Key key, String operation, String digest) {
        return run(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into idempotency_key(client_id, idem_key, operation, digest, created_at)"
                            + " values(?, ?, ?, ?, now(6)) on duplicate key update client_id = client_id")) {
                bind(insert, key.clientId(), key.key(), operation, digest);
                insert.executeUpdate();
            }
            try (var select = connection.prepareStatement("select digest, status, location, etag, body"
                    + " from idempotency_key where client_id = ? and idem_key = ? for update")) {
                bind(select, key.clientId(), key.key());
                try (var row = select.executeQuery()) {
                    row.next();
                    return new Entry(row.getString("digest"), answer(row));
                }
            }
        });
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull()
                ? null
                : new Answer(status, row.getString("location"), row.getString("etag"), row.getBytes("body"));
    }

    void store(Key key, Answer answer) {
        run(connection -> {
            try (var update = connection.prepareStatement("update idempotency_key"
                    + " set status = ?, location = ?, etag = ?, body = ? where client_id = ? and idem_key = ?")) {
                update.setInt(1, answer.status());
                update.setString(2, answer.location());
                update.setString(3, answer.etag());
                update.setBytes(4, answer.body());
                update.setString(5, key.clientId());
                update.setString(6, key.key());
                return update.executeUpdate();
            }
        });
    }

    /** Deletes up to a thousand keys older than this; tells how many. */
    int deleteOlderThan(Duration age) {
        return run(connection -> {
            try (var delete = connection.prepareStatement("delete from idempotency_key"
                    + " where created_at < now(6) - interval ? second order by created_at limit 1000")) {
                delete.setLong(1, age.toSeconds());
                return delete.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }

    private <T> T run(Statements<T> statements) {
        try (var connection = database.getConnection()) {
            return statements.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Statements<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Carries a database's refusal to where it is told apart: conflict, outage or fault. */
    static final class DatabaseFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseFailure(SQLException cause) {
            super("the database refused", cause);
        }
    }
}
