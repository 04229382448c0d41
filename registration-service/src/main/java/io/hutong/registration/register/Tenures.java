package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import java.util.List;

/** The operators' times with the persons behind them. Debts, consents and history stay with the tenure. */
public interface Tenures {

    /** The persons of a tenure. */
    Household household(OperatorTenureId id);

    void begin(TenureSpan span, Household household);

    void end(OperatorTenureId id, LocalDate on);

    /** The same person is called otherwise now. */
    void rename(OperatorTenureId id, String name);

    /** Sets the days of the tenures that stand; those of this business that are not named never were. */
    void arrange(BizId bizId, List<TenureSpan> standing);
}
