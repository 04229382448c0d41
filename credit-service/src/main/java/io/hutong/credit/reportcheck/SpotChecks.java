package io.hutong.credit.reportcheck;

import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The samples drawn, with their results. */
public interface SpotChecks {
    /** Draws from the businesses on the register that filed for the year; fewer where not so many did. */
    void draw(SpotCheck check);

    Optional<SpotCheck> find(UUID id);

    List<Item> items(UUID id, @Nullable BizId after, int limit);

    Optional<Item> lockItem(UUID id, BizId bizId);

    void put(UUID id, Item item);
}
