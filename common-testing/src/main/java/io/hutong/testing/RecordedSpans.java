package io.hutong.testing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every span that the application under test ended: what a collector of traces would be told. Inject it. */
@Singleton
public class RecordedSpans implements SpanProcessor {
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("messaging.message.id");

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    /** Each span as a text: name, attributes, events and their attributes, status, resource. */
    public List<String> texts() {
        return ended.stream()
                .map(span -> span.getName() + " " + span.getAttributes() + " " + span.getEvents() + " "
                        + span.getStatus() + " " + span.getResource().getAttributes())
                .toList();
    }

    /** Ids of the events that a listener was called for, in order; also those whose transaction was not committed. */
    public List<String> applied() {
        return ended.stream()
                .filter(span -> span.getName().equals("apply"))
                .map(span -> span.getAttributes().get(MESSAGE))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        // only what is told at the end counts
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
