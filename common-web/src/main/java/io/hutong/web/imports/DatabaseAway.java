package io.hutong.web.imports;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;

/** Tells whether the database was away or busy: no fault of a line or a file, however long it lasts. */
final class DatabaseAway {
    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException && !saysSomethingOfTheData(cause)) {
                return true;
            }
        }
        return false;
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
                || cause instanceof SQLSyntaxErrorException;
    }
}
