package io.hutong.exchange.drop;

import org.jspecify.annotations.Nullable;

/** What became of one line of a file; the first line is the header. */
public record LineResult(
        long line,
        @Nullable String id,
        String status,
        @Nullable String eventId,
        @Nullable String code,
        @Nullable String message) {}
