package io.hutong.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * An insert that writes many rows as one statement, because a batch of the driver encodes each value twice, once only to learn how
 * long it is. The caller keeps the rows below what the server takes at once ({@code max_allowed_packet}).
 *
 * @param insert up to and with {@code values}
 * @param row the marks of one row, in brackets
 * @param after what follows the rows, such as {@code on duplicate key update …}
 */
public record ManyRows(String insert, String row, String after) {
    /** An insert that fails when a row is there already. */
    public static ManyRows of(String insert, String row) {
        return new ManyRows(insert, row, "");
    }

    /** Binds the values of one row, beginning at this mark. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, int first, T value) throws SQLException;
    }

    /** The keys that the table made, in the order of the rows; none if it makes no keys. */
    public <T> List<Long> write(Connection connection, Collection<T> rows, Binder<T> binder) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        int width = (int) row.chars().filter(letter -> letter == '?').count();
        String sql = insert + " " + String.join(",", Collections.nCopies(rows.size(), row)) + " " + after;
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            int first = 1;
            for (T value : rows) {
                binder.bind(statement, first, value);
                first += width;
            }
            statement.executeUpdate();
            return keys(statement);
        }
    }

    private static List<Long> keys(PreparedStatement statement) throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (ResultSet generated = statement.getGeneratedKeys()) {
            while (generated.next()) {
                keys.add(generated.getLong(1));
            }
        }
        return keys;
    }
}
