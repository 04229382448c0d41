package io.hutong.messaging;

import io.hutong.identity.TextValue;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements on the connection of the running transaction, by plain JDBC, for services with few tables and large batches.
 * Moments stand in datetime columns as they are in UTC.
 */
@Singleton
public class Database {
    private static final String RESOURCE = Database.class.getName();

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    Database(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /** Makes something of the present row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Rows of one statement that the running transaction has still to write. */
    private final class Later implements Synchronization {
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private String sql = "";
        private boolean completing;

        void add(String statement, @Nullable Object[] values) {
            if (!statement.equals(sql)) {
                write();
                sql = statement;
            }
            rows.add(values);
            if (completing) {
                write();
            }
        }

        /** Whoever catches its failure must not commit without these rows. */
        void write() {
            try {
                writeAll(sql, rows);
            } catch (DeliveryFailure failure) {
                transactions.setRollbackOnly();
                throw failure;
            } finally {
                rows.clear();
            }
        }

        @Override
        public void beforeCompletion() {
            completing = true;
            write();
        }

        @Override
        public void afterCompletion(int status) {}
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        writeWhatWaits();
        return Sql.call(dataSource, "read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(reader.read(rows));
                    }
                    return found;
                }
            }
        });
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /** How many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        writeWhatWaits();
        return Sql.call(dataSource, "write", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    /** The same statement for many rows in one go. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        writeWhatWaits();
        writeAll(sql, rows);
    }

    /**
     * Writes a row together with others of the same statement: before anything else is read or written here, at the latest right
     * before the commit. A failure shows itself only there. Without a transaction it writes at once.
     */
    public void later(String sql, @Nullable Object... values) {
        if (transactions.getTransactionKey() == null) {
            update(sql, values);
        } else {
            waiting().add(sql, values);
        }
    }

    private Later waiting() {
        if (transactions.getResource(RESOURCE) instanceof Later waiting) {
            return waiting;
        }
        Later first = new Later();
        transactions.putResource(RESOURCE, first);
        transactions.registerInterposedSynchronization(first);
        return first;
    }

    private void writeWhatWaits() {
        if (transactions.getTransactionKey() != null && transactions.getResource(RESOURCE) instanceof Later waiting) {
            waiting.write();
        }
    }

    private void writeAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Sql.call(dataSource, "write", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (@Nullable Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Values for a list of {@link Sql#marks} after a first few: the surplus marks repeat the last. */
    public static @Nullable Object[] padded(Collection<?> many, @Nullable Object... before) {
        List<@Nullable Object> values = new ArrayList<>(List.of());
        for (Object one : before) {
            values.add(one);
        }
        List<?> all = List.copyOf(many);
        for (int i = 0; i < Sql.rounded(all.size()); i++) {
            values.add(all.get(Math.min(i, all.size() - 1)));
        }
        return values.toArray();
    }

    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        }
        if (value instanceof TextValue text) {
            return text.value();
        }
        return value instanceof Enum<?> name ? name.name() : value;
    }
}
