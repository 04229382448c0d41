package io.hutong.credit.shown;

import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the public systems show about businesses: told in the transaction that decides it. */
public interface PublishedFacts {
    /** Shows a fact from a day on, up to and with another or until it is ended. */
    void show(
            UUID subjectId,
            String kind,
            BizId bizId,
            Map<String, String> content,
            LocalDate from,
            @Nullable LocalDate to);

    /** Shows it no longer. */
    void end(UUID subjectId, LocalDate on);
}
