package io.hutong.tax.taxpayer;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.util.List;

/** What is known to be missing in tax records. */
public interface Divergences {
    /** In the order of the register's stream. */
    List<Divergence> of(BizId bizId);

    void add(Divergence divergence);

    /** The register took the change back itself: its lack is no difference any more. */
    void end(BizId bizId, ChangeId changeId);
}
