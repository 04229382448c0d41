package io.hutong.credit.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every platform must show, and what it acknowledged; one row per platform and fact. */
public interface Publications {
    /** Orders these facts to be shown on that platform; the senders are woken when the transaction commits. */
    void show(String platform, Collection<PublishedFact> facts, Urgency urgency, Instant since);

    /** Orders them to be shown no longer, wherever they are. */
    void hide(Collection<UUID> subjectIds, Urgency urgency, Instant since);

    /** Orders once more what the platform should have done, above the version that it shows instead. */
    void orderAgain(String platform, Map<UUID, Integer> shownInstead, Instant since);

    /** Those that some platform still has to show although its last day is before that day. */
    List<UUID> shownTooLong(String platform, LocalDate today, int limit);

    /** Orders that platform to show them no longer. */
    void hide(String platform, Collection<UUID> subjectIds, Urgency urgency, Instant since);

    List<Publication> of(UUID subjectId);

    /** Not acknowledged yet, the oldest first, behind that place. */
    List<Publication> pending(String platform, @Nullable Place after, int limit);

    /** Everything about the platform behind that fact, in order of the facts. */
    List<Publication> all(String platform, @Nullable UUID after, int limit);

    Standing standing(String platform);

    /** The clock of the database, which dates acknowledgements where the service's own time is simulated. */
    Instant databaseTime();

    /** A place in the order of waiting. */
    record Place(Instant since, UUID subjectId) {}

    /** How many facts the platform must show, how many orders it has not acknowledged, and since when the oldest waits. */
    record Standing(int shown, int pending, @Nullable Instant oldestPending) {}
}
