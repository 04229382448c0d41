package io.hutong.credit.reportcheck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the looks into reports proved. */
public interface ProvenGrounds {
    /**
     * Those on which a business in the register was not listed since, and does not stand on the list, the first proven first, behind
     * that place.
     */
    List<ProvenGround> unlisted(ProvenGround.@Nullable Place after, int limit);
}
