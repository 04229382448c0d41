package io.hutong.web.imports;

import java.sql.SQLException;

/** The database failed; the step is tried again. */
class ImportStorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportStorageFailure(SQLException cause) {
        super("database failure " + cause.getSQLState(), cause);
    }
}
