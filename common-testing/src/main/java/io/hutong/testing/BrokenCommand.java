package io.hutong.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.core.ConditionFactory;

/**
 * What a death in the middle of a command leaves behind. Its rows are written, and it waits for a place in the event log that the
 * test holds; then its connection is broken, as by the end of the process, and the database takes back what was written.
 */
public record BrokenCommand(TestDatabase database) {

    /**
     * Gives a command on this business, breaks it before its first event is in the log, and returns its answer. {@code written}
     * counts what the command wrote before, of the business that is its one parameter.
     */
    public <T> T of(BizId bizId, String written, Supplier<T> command) {
        try (Connection holder = database.connect();
                Connection onlooker = database.connect()) {
            holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            holder.setAutoCommit(false);
            onlooker.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            hold(holder, bizId);
            CompletableFuture<T> answer = CompletableFuture.supplyAsync(command);
            long connection = soon("the events are about to be written").until(() -> waiting(bizId), id -> id > 0);
            assertThat(TestDatabase.number(onlooker, written, bizId.value()))
                    .as("rows written before the death")
                    .isPositive();
            end(onlooker, connection);
            soon("the connection is gone").until(() -> waiting(bizId) == 0);
            holder.rollback();
            return answer.get(20, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command was broken", e);
        } catch (SQLException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("database or service did not serve the test", e);
        }
    }

    /** Locks what the log has of the business, and the place where its next event is to stand. */
    private static void hold(Connection holder, BizId bizId) throws SQLException {
        try (PreparedStatement events = holder.prepareStatement(
                "select version from event_log force index (event_log_stream) where biz_id = ? for update")) {
            events.setString(1, bizId.value());
            try (ResultSet rows = events.executeQuery()) {
                assertThat(rows.next())
                        .as("something was stated of the business")
                        .isTrue();
            }
        }
    }

    /** The connection whose events of this business wait; 0 for none. The table of transactions would be an old copy if asked so often. */
    private long waiting(BizId bizId) {
        return database.numberAsAdministrator("select coalesce(max(id), 0) from information_schema.processlist"
                + " where command = 'Query' and info like 'insert into event_log%" + bizId.value() + "%'");
    }

    private static void end(Connection other, long connection) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("kill " + connection);
        }
    }

    private static ConditionFactory soon(String what) {
        return await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
