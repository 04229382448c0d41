package io.hutong.credit.reportcheck;

import io.hutong.identity.BizId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A random sample of filed reports that are looked into. Who is drawn follows from {@code seed} and the population alone, which is
 * kept as it was in that moment, so that anybody who has both can draw it again; samples of earlier versions have none.
 */
public record SpotCheck(
        UUID id,
        int reportYear,
        String seed,
        int size,
        Instant drawnAt,
        String drawnBy,
        @Nullable Population population) {

    /** How many could be drawn, and the SHA-256 of their identifiers in order, each followed by a line feed. */
    public record Population(int count, String digest) {
        static Population of(List<BizId> inOrder) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                inOrder.forEach(bizId -> digest.update((bizId.value() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return new Population(inOrder.size(), HexFormat.of().formatHex(digest.digest()));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }

    /** One report of the sample; without result until it was looked into, or after a wrong result was taken back. */
    public record Item(
            BizId bizId,
            int revision,
            @Nullable Result result,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedBy) {
        Item found(Result newResult, LocalDate on, String by) {
            return new Item(bizId, revision, newResult, on, by);
        }

        /** Open again, as the next revision. */
        Item takenBack() {
            return new Item(bizId, revision + 1, null, null, null);
        }
    }

    /** A result that was wrong, with what is said against it. */
    public record Correction(Item wrong, String reason, LocalDate on, String by) {}

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
