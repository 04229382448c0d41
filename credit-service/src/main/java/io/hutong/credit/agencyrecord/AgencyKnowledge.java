package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What credit can know of other agencies' records: where it cannot, that there are none here says nothing. */
public interface AgencyKnowledge {
    /**
     * Kinds of records of which everything about the business is known here: the sources that they need were heard to their end a
     * short while ago, no event of the business waits, and none was left out.
     */
    Set<RecordKind> complete(BizId bizId);

    /** Kinds of which something was left out, and was not made up for since. */
    Set<RecordKind> doubted(BizId bizId);

    /** The same with since when, and how much was left out. */
    List<Doubt> doubts(BizId bizId);

    /** A record was left out by an operator, or was not understood; false where one had been before. */
    boolean doubt(BizId bizId, RecordKind kind, Instant at);

    /** The source has said what there is, or an officer confirmed it; false where nothing was in doubt. */
    boolean settle(BizId bizId, RecordKind kind);
}
