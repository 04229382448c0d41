package io.hutong.messaging.inbox;

import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.KeyExchange;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;

/** What understands the content of records. */
@Singleton
final class Reading {
    private final EventCodec codec;
    private final KeyExchange keys;
    private final OpenTelemetry telemetry;

    Reading(EventCodec codec, KeyExchange keys, OpenTelemetry telemetry) {
        this.codec = codec;
        this.keys = keys;
        this.telemetry = telemetry;
    }

    EventCodec codec() {
        return codec;
    }

    KeyExchange keys() {
        return keys;
    }

    Applying applying(EventListener listener) {
        return new Applying(listener, telemetry);
    }
}
