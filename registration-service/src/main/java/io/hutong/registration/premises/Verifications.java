package io.hutong.registration.premises;

import io.hutong.events.Address;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The questions about premises and their answers. */
public interface Verifications {
    void add(Verification verification);

    /** Stores the answer. */
    void answer(Verification verification);

    Optional<Verification> find(UUID id);

    Optional<Verification> askedBy(EventId question);

    /** Whether an answer about this place is still waited for. */
    boolean isOpen(BizId bizId, Address premises);

    /** Those without an answer behind this one, oldest first; only those due before a day, if one is given. */
    List<Verification> open(@Nullable LocalDate dueBefore, String after, int limit);

    /** All of a business, the latest first. */
    List<Verification> of(BizId bizId);
}
