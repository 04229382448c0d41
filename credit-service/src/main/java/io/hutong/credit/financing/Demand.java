package io.hutong.credit.financing;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business looks for money, and names the banks that may know of it: that is its consent to this one thing. It is the operator's
 * word, and nobody sees it any more when the operator has changed or the business has ended.
 */
public record Demand(
        UUID id,
        BizId bizId,
        OperatorTenureId tenureId,
        Wish wish,
        List<AgencyCode> recipients,
        Instant statedAt,
        @Nullable Instant withdrawnAt) {

    public Demand {
        recipients = List.copyOf(recipients);
    }

    /** About how much, what for, for how many months, and where the signature is kept. */
    public record Wish(String band, String use, int months, String evidence) {}

    /** How far a bank is with a demand. */
    public enum Stage {
        OFFERED,
        SEEN,
        TAKEN_UP,
        APPROVED,
        PAID,
        DECLINED;

        /** Whether a bank may say so next. */
        boolean mayBecome(Stage next) {
            return switch (this) {
                case OFFERED, PAID, DECLINED -> false;
                case SEEN -> next == TAKEN_UP || next == DECLINED;
                case TAKEN_UP -> next == APPROVED || next == DECLINED;
                case APPROVED -> next == PAID || next == DECLINED;
            };
        }
    }

    /** A demand as one bank has it. */
    public record Offer(Demand demand, AgencyCode organisation, Stage stage) {}

    /** How many demands stand at a stage with a bank. */
    public record Count(AgencyCode organisation, Stage stage, long demands) {}

    public boolean open() {
        return withdrawnAt == null;
    }
}
