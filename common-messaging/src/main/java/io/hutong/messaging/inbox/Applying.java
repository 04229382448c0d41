package io.hutong.messaging.inbox;

import io.hutong.events.DomainEvent;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands events to the service's listener, each within its trace, so that what it causes belongs to the same trace. */
final class Applying {
    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final EventListener listener;
    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    Applying(EventListener listener, OpenTelemetry telemetry) {
        this.listener = listener;
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("io.hutong.messaging");
    }

    void expect(List<Incoming> batch) {
        listener.expect(batch.stream()
                .filter(incoming -> incoming.event() != null)
                .map(incoming -> new ReceivedEvent(incoming.envelope(), Objects.requireNonNull(incoming.event())))
                .toList());
    }

    void pass(Incoming incoming) {
        listener.notUnderstood(incoming.envelope());
    }

    void apply(Incoming incoming, DomainEvent event) {
        Context parent =
                telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), incoming.headers(), HEADERS);
        Span span = tracer.spanBuilder("apply")
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.message.id", incoming.envelope().id().value())
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            listener.on(new ReceivedEvent(incoming.envelope(), event));
        } finally {
            span.end();
        }
    }
}
