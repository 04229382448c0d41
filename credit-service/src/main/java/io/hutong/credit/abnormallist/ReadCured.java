package io.hutong.credit.abnormallist;

import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows which entries an officer has to remove because their ground is gone, each until its last day (art. 16-18). */
@ApplicationScoped
public class ReadCured {
    private final Cures cures;
    private final CreditTime time;

    ReadCured(Cures cures, CreditTime time) {
        this.cures = cures;
        this.time = time;
    }

    /** The first to be removed first. */
    @Transactional
    public List<Cures.Cured> open(Cures.@Nullable Place after, int limit) {
        return cures.open(after, limit);
    }

    public boolean overdue(Cures.Cured cured) {
        return time.today().isAfter(cured.cure().removeBy());
    }
}
