package io.hutong.credit.agencyrecord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of these records something was left out and not made up for since: {@code missed} events, the first at {@code since}, which is not
 * known of doubts from before moments were kept.
 */
public record Doubt(RecordKind kind, @Nullable Instant since, int missed) {}
