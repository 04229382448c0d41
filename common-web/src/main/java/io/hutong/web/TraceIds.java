package io.hutong.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The id under which the logs and traces of a request are found: the current span's, the caller's, or a new one. */
final class TraceIds {
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceIds() {}

    static String current(@Nullable String traceParent) {
        // OpenTelemetry keeps the id of the current span here
        if (MDC.get("traceId") instanceof String id && !id.isEmpty()) {
            return id;
        }
        var matcher = TRACE_PARENT.matcher(traceParent == null ? "" : traceParent);
        return matcher.matches()
                ? matcher.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }
}
