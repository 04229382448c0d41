package io.hutong.credit.filing;

import io.hutong.credit.publication.FactKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a case is, as the platform that pushed it may be told; without anything that people wrote. */
public record Standing(
        FactKind kind,
        UUID caseId,
        Enum<?> state,
        LocalDate since,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate barredUntil,
        @Nullable Instant finishedAt) {}
