package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when one operator ran the business, and on which day the next one began. */
public record TenureSpan(
        OperatorTenureId id,
        BizId bizId,
        LocalDate from,
        @Nullable LocalDate until) {
    TenureSpan endedOn(LocalDate day) {
        return new TenureSpan(id, bizId, from, day);
    }
}
