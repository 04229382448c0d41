package io.hutong.exchange.intake;

import io.hutong.identity.EventId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed CloudEvent of a sender, not yet judged. {@code data} is canonical JSON, {@code digest} that of everything
 * said, by which a repetition is told from another event under the same id.
 */
public record Statement(
        String id,
        String source,
        String type,
        String subject,
        Circumstances circumstances,
        String data,
        String digest) {

    /** When it happened and takes effect, and which event it answers, as far as the sender says. */
    public record Circumstances(
            @Nullable Instant time,
            @Nullable LocalDate effectiveAt,
            @Nullable EventId causation) {}

    /** Its content may be personal. */
    @Override
    public String toString() {
        return "Statement[" + type + "]";
    }
}
