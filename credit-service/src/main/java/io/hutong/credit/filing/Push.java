package io.hutong.credit.filing;

import java.time.LocalDate;

/** One version of what a platform pushed: what it says, and on which day and by whom it came here. */
public record Push<S>(PlatformCase pushed, S said, LocalDate on, String by) {
    boolean says(PlatformCase other, S otherSaid) {
        return pushed.equals(other) && said.equals(otherSaid);
    }

    /** What people write is not for logs. */
    @Override
    public String toString() {
        return "Push[" + pushed + "]";
    }
}
