package io.hutong.messaging.relay;

/** What a failure says, in one line for the log: classes and messages of our own and of the platform's, no data. */
public final class Causes {
    private Causes() {}

    public static String line(Throwable failure) {
        StringBuilder line = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 6; depth++) {
            line.append(depth == 0 ? "" : " <- ").append(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return line.toString();
    }
}
