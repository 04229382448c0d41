package io.hutong.messaging;

import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The CloudEvents 1.0 attributes of an event, with its position and the digest of its predecessor in the stream. */
public record Envelope(
        EventId id,
        String source,
        String type,
        BizId subject,
        URI dataSchema,
        Position position,
        @Nullable String prevDigest,
        EventContext context,
        @Nullable String traceParent) {}
