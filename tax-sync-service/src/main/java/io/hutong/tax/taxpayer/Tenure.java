package io.hutong.tax.taxpayer;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One operator's time at one business; every tax fact belongs to one tenure and stays with it (Civil Code art. 56). */
public record Tenure(
        OperatorTenureId id,
        BizId bizId,
        Operator operator,
        LocalDate from,
        @Nullable LocalDate to,
        boolean annulled) {

    public static Tenure begun(OperatorTenureId id, BizId bizId, Operator operator, LocalDate from) {
        return new Tenure(id, bizId, operator, from, null, false);
    }

    public Tenure ended(LocalDate on) {
        return new Tenure(id, bizId, operator, from, on, annulled);
    }

    /** As if it had never been; its facts stay for the record. */
    public Tenure annulled(LocalDate on) {
        return new Tenure(id, bizId, operator, from, on, true);
    }

    /** Goes on; one that was annulled stays so. */
    public Tenure reopened() {
        return new Tenure(id, bizId, operator, from, null, annulled);
    }

    public Tenure under(Operator renamed) {
        return new Tenure(id, bizId, renamed, from, to, annulled);
    }
}
