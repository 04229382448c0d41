package io.hutong.credit.sharing;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every look that institutions took at businesses. Nothing is ever taken out. */
public interface Looks {
    void add(Look look);

    /** The newest first; of one tenure only, and before that one, where they are named. */
    List<Look> of(BizId bizId, @Nullable OperatorTenureId tenure, @Nullable String before, int limit);
}
