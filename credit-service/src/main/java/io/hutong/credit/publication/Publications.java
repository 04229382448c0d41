package io.hutong.credit.publication;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Those that the platform still has to show although its last day is before that day, behind that one. */
    List<UUID> shownTooLong(String platform, LocalDate today, @Nullable UUID after, int limit);

    /** Those of them that the platform still has to show although their last day is before that day. */
    List<Publication> over(String platform, Collection<UUID> subjectIds, LocalDate today);

    /** Orders that platform to show those of them no longer whose last day is before that day. */
    void hideOver(String platform, Collection<UUID> subjectIds, LocalDate today, Instant since);

    /** Those of a kind that the platform shows, or would show again, for more than so many months, behind that one. */
    List<UUID> shownBeyond(String platform, FactKind kind, int months, @Nullable UUID after, int limit);

    /** Makes the last day of those of them that the platform shows for longer the last of so many months. */
    void cut(String platform, int months, Collection<UUID> subjectIds);

    /** Orders what is shown of a business, of these kinds, to be shown no longer because the business ended. */
    void withhold(BizId bizId, Set<FactKind> kinds, Instant since);

    /** Orders what was withheld so, and has days left, to be shown again. */
    void showAgain(BizId bizId, Set<FactKind> kinds, LocalDate today, Instant since);

    List<Publication> of(UUID subjectId);

    /** Not acknowledged yet, the oldest first, behind that place. */
    List<Publication> pending(String platform, @Nullable Place after, int limit);

    /** Every public fact about the platform behind that one, in order of the facts. */
    List<Publication> all(String platform, @Nullable UUID after, int limit);

    Standing standing(String platform);

    /** The clock of the database, which dates acknowledgements where the service's own time is simulated. */
    Instant databaseTime();

    /** A place in the order of waiting. */
    record Place(Instant since, UUID subjectId) {}

    /** How many facts the platform must show, how many orders it has not acknowledged, and since when the oldest waits. */
    record Standing(Count shown, Count pending, @Nullable Instant oldestPending) {}

    /** Counted up to a bound; {@code more} where there are more. */
    record Count(int counted, boolean more) {}
}
