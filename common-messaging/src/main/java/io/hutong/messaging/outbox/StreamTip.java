package io.hutong.messaging.outbox;

import io.hutong.messaging.Position;
import org.jspecify.annotations.Nullable;

/** The newest event of a stream: its position and digest; version 0 and no digest before the first. */
record StreamTip(Position position, byte @Nullable [] digest) {}
