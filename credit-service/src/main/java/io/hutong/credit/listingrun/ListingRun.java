package io.hutong.credit.listingrun;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The listing of all who did not file for one year: candidates are found, some are left out, a person signs, then the
 * system lists the rest.
 */
public record ListingRun(
        UUID id,
        int reportYear,
        State state,
        Act proposed,
        @Nullable Act signed,
        @Nullable Instant endedAt) {

    /** Who did something, and when. */
    public record Act(String by, Instant at) {}

    /** How far a run has come. */
    public enum State {
        PROPOSED,
        SIGNED,
        DONE,
        WITHDRAWN
    }

    /** Whether it keeps another run for its year away. */
    public boolean underWay() {
        return state == State.PROPOSED || state == State.SIGNED;
    }

    ListingRun withdrawn(Instant at) {
        return new ListingRun(id, reportYear, State.WITHDRAWN, proposed, signed, at);
    }

    ListingRun signed(Act by) {
        return new ListingRun(id, reportYear, State.SIGNED, proposed, by, null);
    }

    ListingRun done(Instant at) {
        return new ListingRun(id, reportYear, State.DONE, proposed, signed, at);
    }

    /** What became of one business in a run. */
    public enum Fate {
        CANDIDATE,
        /** Left out by a person before the signature. */
        EXCLUDED,
        LISTED,
        /** Its report came in between. */
        FILED_MEANWHILE,
        /** It left the register, was listed otherwise, or what is known of it became doubtful in between. */
        NOT_LISTED
    }

    /** One business in a run; {@code reason} and {@code by} where a person left it out. */
    public record Candidate(
            BizId bizId,
            UnifiedSocialCreditCode uscc,
            @Nullable String name,
            Fate fate,
            @Nullable String reason,
            @Nullable String by) {}

    /** A run and how many businesses met each fate. */
    public record Counted(ListingRun run, Map<Fate, Integer> counts) {
        public Counted {
            counts = Map.copyOf(counts);
        }
    }
}
