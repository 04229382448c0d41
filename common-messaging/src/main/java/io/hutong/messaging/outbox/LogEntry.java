package io.hutong.messaging.outbox;

import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;

/** One event on its way into the log. */
record LogEntry(Envelope envelope, EventCodec.Encoded encoded, byte[] digest) {}
