package io.hutong.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collections;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection for a piece of work: that of the current transaction if there is one, else an own with auto-commit. */
public final class Sql {
    private Sql() {}

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public static <T> T call(DataSource dataSource, String what, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DeliveryFailure("cannot " + what, e);
        }
    }

    /** {@code ?,?,?} for at least that many values: rounded up to a power of two, so that few statements are prepared. */
    public static String marks(int count) {
        return String.join(",", Collections.nCopies(rounded(count), "?"));
    }

    /**
     * What {@code from_base64(?)} is bound to for bytes of any length: as an array, Connector/J would write each byte twice in
     * hexadecimal, which took a third of the time of an import.
     */
    public static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    /** How many marks {@link #marks} made; the surplus repeats the last value. */
    public static int rounded(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
