package io.hutong.credit.filing;

import io.hutong.events.FilingChannel;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the business says, under which operator and how it came here, and whose case it is where a platform pushed it. */
public record Filing<S>(
        OperatorTenureId tenureId,
        FilingChannel channel,
        S said,
        LocalDate on,
        String by,
        @Nullable PlatformCase pushed) {
    /** The day on which the business handed it in, here or at the platform. */
    public LocalDate handedInOn() {
        return pushed == null ? on : pushed.receivedOn();
    }

    /** The same, as the platform corrected it. */
    public Filing<S> as(Push<S> push) {
        return new Filing<>(tenureId, channel, push.said(), on, by, push.pushed());
    }

    /** What people write is not for logs. */
    @Override
    public String toString() {
        return "Filing[" + channel + "]";
    }
}
