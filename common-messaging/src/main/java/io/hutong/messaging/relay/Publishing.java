package io.hutong.messaging.relay;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The link of a trace between the transaction that stated an event and its readers. */
final class Publishing {
    private static final String NAME = "traceparent";
    private static final TextMapGetter<Map<String, String>> FROM_MAP = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    Publishing(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("io.hutong.messaging");
    }

    /** Adds the header of this hop; an event without a trace stays without. The span covers the handing over. */
    void trace(PendingEvent event, Map<String, String> headers) {
        String parent = event.traceParent();
        if (parent == null) {
            return;
        }
        Context context = telemetry
                .getPropagators()
                .getTextMapPropagator()
                .extract(Context.root(), Map.of(NAME, parent), FROM_MAP);
        Span span = tracer.spanBuilder("publish")
                .setParent(context)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.message.id", headers.getOrDefault("ce_id", ""))
                .startSpan();
        headers.put(NAME, parent);
        telemetry.getPropagators().getTextMapPropagator().inject(context.with(span), headers, (carrier, key, value) -> {
            if (carrier != null && List.of(NAME, "tracestate").contains(key)) {
                carrier.put(key, value);
            }
        });
        span.end();
    }
}
