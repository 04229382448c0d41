package io.hutong.messaging.inbox;

import io.hutong.messaging.AwaitingPremise;
import io.hutong.messaging.UnknownEventType;
import io.hutong.messaging.UnreadableEvent;
import io.hutong.messaging.UnsendableEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells failures of infrastructure from those of an event, and describes the latter without any data. */
final class Failures {
    /** Vendor codes of both databases: lock wait, deadlock, read-only, disk or memory full, too many, shutting down. */
    private static final Set<Integer> CODES = Set.of(
            1021, 1028, 1030, 1037, 1038, 1040, 1041, 1053, 1105, 1114, 1129, 1158, 1159, 1160, 1161, 1180, 1203, 1205,
            1206, 1213, 1226, 1290, 1317, 1614, 1792, 1836, 1969, 3024, 3100, 3572, 3906);

    private static final Set<String> TRANSIENT = Set.of(
            "OptimisticLockException",
            "PessimisticLockException",
            "LockTimeoutException",
            "QueryTimeoutException",
            "StaleObjectStateException",
            "StaleStateException",
            "LockAcquisitionException",
            "JDBCConnectionException",
            "HeuristicMixedException",
            "HeuristicRollbackException");

    private Failures() {}

    static boolean isInfrastructure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (isOne(cause) || suppressesOne(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether database, network or broker themselves said that something is wrong, beside the end of a transaction. */
    static boolean isOfOthers(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (isOne(cause) && !isExpiredTransaction(cause) && !isOfThePool(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The connection pool refuses work after the end of a transaction without any code. */
    private static boolean isOfThePool(Throwable cause) {
        return cause instanceof SQLException sql && sql.getErrorCode() == 0 && sql.getSQLState() == null;
    }

    static Optional<AwaitingPremise> premise(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof AwaitingPremise premise) {
                return Optional.of(premise);
            }
        }
        return Optional.empty();
    }

    /** Classes, and places in our own code; messages only of exceptions that are known to hold no values. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 5; cause = next(cause)) {
            text.append(depth++ == 0 ? "" : " <- ").append(cause.getClass().getSimpleName());
            if (isHarmless(cause)) {
                text.append(": ").append(cause.getMessage());
            }
            place(cause).ifPresent(place -> text.append(" at ").append(place));
        }
        return text.toString();
    }

    private static boolean isOne(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return isInfrastructure(sql);
        }
        return cause instanceof InfrastructureFailure
                || cause instanceof IOException
                || cause instanceof InterruptedException
                || cause instanceof TimeoutException
                || cause instanceof KafkaException
                || cause instanceof OutOfMemoryError
                || TRANSIENT.contains(cause.getClass().getSimpleName())
                || isExpiredTransaction(cause);
    }

    private static boolean isInfrastructure(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("70")
                || CODES.contains(failure.getErrorCode());
    }

    /** Narayana tells that a transaction timed out only in words. */
    private static boolean isExpiredTransaction(Throwable cause) {
        String message = cause.getMessage();
        return message != null && (message.contains("ARJUNA016102") || message.contains("ARJUNA012117"));
    }

    private static boolean suppressesOne(Throwable cause) {
        for (Throwable suppressed : cause.getSuppressed()) {
            if (isInfrastructure(suppressed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmless(Throwable cause) {
        return cause instanceof AwaitingPremise
                || cause instanceof UnreadableEvent
                || cause instanceof UnknownEventType
                || cause instanceof UnsendableEvent;
    }

    private static Optional<String> place(Throwable cause) {
        for (StackTraceElement element : cause.getStackTrace()) {
            if (element.getClassName().startsWith("io.hutong.")) {
                String type =
                        element.getClassName().substring(element.getClassName().lastIndexOf('.') + 1);
                return Optional.of(type + "." + element.getMethodName() + ":" + element.getLineNumber());
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
