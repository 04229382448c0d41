package io.hutong.credit.reportcheck;

import io.hutong.credit.reportcheck.SpotCheck.Correction;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The samples drawn, with their results. */
public interface SpotChecks {
    /** Keeps for this sample who can be drawn in this moment, the businesses on the register that filed for the year, in order. */
    List<BizId> keepPopulation(UUID checkId, int reportYear);

    /** Draws from the population that was kept; fewer where there are not so many. */
    void draw(SpotCheck check);

    Optional<SpotCheck> find(UUID id);

    /** Who could be drawn, behind that one. */
    List<BizId> population(UUID id, @Nullable BizId after, int limit);

    List<Item> items(UUID id, @Nullable BizId after, int limit);

    Optional<Item> lockItem(UUID id, BizId bizId);

    void put(UUID id, Item item);

    void keep(UUID id, Correction correction);

    /** Of one business where one is named, the first first. */
    List<Correction> corrections(UUID id, @Nullable BizId bizId);
}
