package io.hutong.messaging.sealing;

import java.sql.SQLException;

/** The database did not answer; the cause is for the inbox to tell infrastructure from poison. */
public class KeyStoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyStoreFailure(String message, SQLException cause) {
        super(message, cause);
    }
}
