package io.hutong.tax.clearance;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The changes in tax's line that something else waits for. */
public interface EarlierChanges {

    /** Waits until this tenure is current at tax: for the change that begins it, where that is in the line already. */
    Hold until(BizId bizId, OperatorTenureId tenureId);

    /** These will be asked for next: what they wait for is read at once. */
    void expect(Collection<Hold> holds);

    /** What a hold waits for, if it waits for a change. */
    @Nullable
    Earlier of(@Nullable Hold hold);
}
