package io.hutong.credit.seriouslist;

import io.hutong.events.SeriousGround;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One entry in the serious-violation list; it holds until repair, or until it leaves by itself. */
public record SeriousEntry(
        SeriousEntryId id,
        BizId bizId,
        Listing listing,
        Terms terms,
        @Nullable Removal removal) {

    /**
     * The decision to list: on which ground, with which penalty, and by which consent of the upper authority; it is shown from
     * the day on which it was entered here.
     */
    public record Listing(
            SeriousGround ground,
            PenaltyId penaltyId,
            String decisionNo,
            String consentNo,
            LocalDate on,
            LocalDate shownFrom,
            String by) {}

    /** The last day of the time before early leaving, and the day on which the entry ends by itself. */
    public record Terms(LocalDate shortestEndsOn, LocalDate leavesOn) {
        /** Neither later than in the other. */
        Terms notAfter(Terms other) {
            return new Terms(earlier(shortestEndsOn, other.shortestEndsOn), earlier(leavesOn, other.leavesOn));
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }

    /** How it ended. */
    public record Removal(Mode mode, LocalDate on, String by) {}

    /** Why it ended. */
    public enum Mode {
        TERM_OVER,
        REPAIRED,
        PENALTY_WITHDRAWN,
        /** An objection showed that the listing was wrong. */
        OBJECTION
    }

    public boolean open() {
        return removal == null;
    }

    /** Whether it is listed with that penalty; a listing that proved wrong does not count. */
    boolean countsFor(PenaltyId penaltyId) {
        return listing.penaltyId().equals(penaltyId) && !endedBy(Mode.OBJECTION);
    }

    /** Whether that listing says right what this one, or the record of its penalty, said wrong. */
    boolean madeRightBy(Listing anew) {
        return endedBy(Mode.OBJECTION) && listing.penaltyId().equals(anew.penaltyId())
                || endedBy(Mode.PENALTY_WITHDRAWN) && listing.decisionNo().equals(anew.decisionNo());
    }

    private boolean endedBy(Mode mode) {
        return removal != null && removal.mode() == mode;
    }

    SeriousEntry removed(Removal by) {
        return new SeriousEntry(id, bizId, listing, terms, by);
    }
}
