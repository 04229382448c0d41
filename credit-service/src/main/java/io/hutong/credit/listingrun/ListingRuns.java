package io.hutong.credit.listingrun;

import io.hutong.credit.listingrun.ListingRun.Candidate;
import io.hutong.credit.listingrun.ListingRun.Fate;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs with their candidates. */
public interface ListingRuns {
    void add(ListingRun run);

    /** Finds all who owe the report of the run's year and have neither filed nor ever been listed for it. */
    void propose(ListingRun run);

    Optional<ListingRun> find(UUID id);

    /** As {@link #find}, locked until the transaction ends. */
    Optional<ListingRun> lock(UUID id);

    /** The run for that year that is proposed or signed and not done. */
    Optional<ListingRun> underWay(int reportYear);

    /** The latest first, those before that id. */
    List<ListingRun> latest(@Nullable UUID before, int limit);

    void change(ListingRun run);

    Map<Fate, Integer> counts(UUID id);

    List<Candidate> candidates(UUID id, @Nullable Fate fate, @Nullable BizId after, int limit);

    Optional<Candidate> candidate(UUID id, UnifiedSocialCreditCode uscc);

    /** Whether it was a candidate and is left out now. */
    boolean exclude(UUID id, BizId bizId, String reason, String by);

    /** The next signed run that is not done and that no other worker has, locked until the transaction ends. */
    Optional<ListingRun> nextSigned();

    /** Some candidates that no other worker holds, locked until the transaction ends. */
    List<BizId> take(UUID id, int most);

    void settle(UUID id, Map<BizId, Fate> fates);
}
