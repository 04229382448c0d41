package io.hutong.web.imports;

import jakarta.transaction.RollbackException;
import java.sql.DataTruncation;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;

/** Tells whether the database was away, busy or too slow: no fault of a line or a file, however long it lasts. */
final class DatabaseAway {
    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        boolean away = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (saysSomethingOfTheData(cause)) {
                return false;
            }
            // rolled back without a cause that tells of data: its time was over
            away |= cause instanceof SQLException || cause instanceof RollbackException;
        }
        return away;
    }

    /** The kind of the innermost cause; its message may quote a line. */
    static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private static boolean saysSomethingOfTheData(Throwable cause) {
        return cause instanceof SQLIntegrityConstraintViolationException
                || cause instanceof SQLDataException
                // the driver's word for a value that is too long, too large or no day of the table's
                || cause instanceof DataTruncation
                || cause instanceof SQLSyntaxErrorException;
    }
}
