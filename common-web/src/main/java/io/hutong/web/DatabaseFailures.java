package io.hutong.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a collision of two clients from a database out of reach, by the error numbers that MySQL and MariaDB share. */
final class DatabaseFailures {
    enum Kind {
        CONFLICT,
        OUTAGE,
        OTHER
    }

    /** Duplicate key, lock wait timeout, deadlock, record changed since read, lock not available at once. */
    private static final Set<Integer> CONFLICTS = Set.of(1062, 1205, 1213, 1020, 3572);

    /** Too many connections, disk full, shutting down, read-only, access denied, killed or timed-out statement. */
    private static final Set<Integer> OUTAGES =
            Set.of(1040, 1021, 1053, 1114, 1129, 1203, 1226, 1290, 1317, 1792, 1836, 1927, 1969, 3024);

    /** By name: this library does not need the ORM. */
    private static final Set<String> LOCKING = Set.of(
            "jakarta.persistence.OptimisticLockException",
            "jakarta.persistence.PessimisticLockException",
            "jakarta.persistence.LockTimeoutException",
            "org.hibernate.StaleStateException",
            "org.hibernate.exception.LockAcquisitionException",
            "org.hibernate.PessimisticLockException");

    private DatabaseFailures() {}

    static Kind kind(Throwable link) {
        if (link instanceof SQLException refusal) {
            return kind(refusal);
        }
        for (Class<?> type = link.getClass(); type != null; type = type.getSuperclass()) {
            if (LOCKING.contains(type.getName())) {
                return Kind.CONFLICT;
            }
        }
        return Kind.OTHER;
    }

    private static Kind kind(SQLException refusal) {
        if (CONFLICTS.contains(refusal.getErrorCode())) {
            return Kind.CONFLICT;
        }
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        boolean outOfReach = OUTAGES.contains(refusal.getErrorCode())
                || state.startsWith("08")
                || state.startsWith("28")
                || refusal instanceof SQLNonTransientConnectionException
                || refusal instanceof SQLTransientConnectionException
                || refusal instanceof SQLRecoverableException
                || refusal instanceof SQLTimeoutException
                // the pool has no connection to give
                || refusal.getCause() instanceof TimeoutException;
        return outOfReach ? Kind.OUTAGE : Kind.OTHER;
    }
}
