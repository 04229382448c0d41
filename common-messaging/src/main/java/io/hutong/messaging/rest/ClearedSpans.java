package io.hutong.messaging.rest;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of the spans of requests what a caller put into the address: a query, and path segments that are neither words
 * of ours nor ids. Traces leave the service, and a name typed into the wrong place would leave with them.
 */
@Singleton
public class ClearedSpans implements SpanProcessor {
    private static final String HIDDEN = "…";
    private static final List<AttributeKey<String>> QUERIES =
            List.of(AttributeKey.stringKey("url.query"), AttributeKey.stringKey("http.target"));
    private static final List<AttributeKey<String>> PATHS =
            List.of(AttributeKey.stringKey("url.path"), AttributeKey.stringKey("http.route"));
    private static final Pattern HARMLESS =
            Pattern.compile("[a-z-]{0,32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\{[A-Za-z]{1,32}}");

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        for (AttributeKey<String> query : QUERIES) {
            if (span.getAttribute(query) != null) {
                span.setAttribute(query, HIDDEN);
            }
        }
        for (AttributeKey<String> path : PATHS) {
            String value = span.getAttribute(path);
            if (value != null) {
                span.setAttribute(path, cleared(value));
            }
        }
    }

    static String cleared(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> HARMLESS.matcher(segment).matches() ? segment : HIDDEN)
                .collect(Collectors.joining("/"));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // everything was done at the start
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
