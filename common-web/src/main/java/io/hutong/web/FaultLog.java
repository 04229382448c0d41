package io.hutong.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Logs faults by their place. Messages of exceptions stay out: a database quotes the values it refuses. */
final class FaultLog {
    private static final Logger LOG = Logger.getLogger("io.hutong.web");
    private static final int FRAMES = 40;

    private FaultLog() {}

    static void write(String method, String path, String traceId, Throwable fault) {
        LOG.errorf("%s %s failed, traceId=%s%n%s", method, path, traceId, places(fault));
    }

    private static String places(Throwable fault) {
        var text = new StringBuilder();
        int depth = 0;
        for (Throwable link = fault; link != null && depth < 10; link = link.getCause(), depth++) {
            text.append(depth == 0 ? "" : "Caused by: ")
                    .append(link.getClass().getName())
                    .append(Arrays.stream(link.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> System.lineSeparator() + "\tat " + frame)
                            .collect(Collectors.joining()))
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
