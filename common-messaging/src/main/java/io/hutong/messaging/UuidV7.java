package io.hutong.messaging;

import java.util.UUID;

/** Source of time-ordered identifiers (RFC 9562, version 7). */
public interface UuidV7 {
    UUID next();
}
