package io.hutong.credit.reportcheck;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A random sample of filed reports that are looked into. Who is drawn follows from {@code seed} and the identifiers alone, so that
 * anybody who has both can draw it again.
 */
public record SpotCheck(UUID id, int reportYear, String seed, int size, Instant drawnAt, String drawnBy) {

    /** One report of the sample; without result until it was looked into. */
    public record Item(
            BizId bizId,
            @Nullable Result result,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedBy) {}

    /** What the look showed; it is public. */
    public enum Result {
        /** 未发现问题 */
        CONSISTENT,
        /** 隐瞒真实情况、弄虚作假 */
        FALSE_DATA,
        /** 通过登记的住所无法联系 */
        UNREACHABLE,
        /** 不予配合情节严重 */
        NOT_COOPERATING
    }
}
