package io.hutong.credit.abnormallist;

import io.hutong.identity.AbnormalEntryId;
import java.time.LocalDate;

/**
 * What took the ground of an open entry away, as far as credit hears of it by itself; an officer verifies it and removes the entry until
 * {@code removeBy} (Interim Measures on Annual Reports art. 16-18).
 */
public record Cure(AbnormalEntryId entryId, How how, LocalDate on, LocalDate removeBy) {

    /** Which of the cures it was. */
    public enum How {
        /** The last missing report came, and the rules leave the removal to an officer. */
        REPORT_FILED,
        REPORT_CORRECTED,
        ADDRESS_CHANGED,
        NAME_CHANGED
    }
}
