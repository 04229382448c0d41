package io.hutong.tax.taxpayer;

import io.hutong.events.TaxEvent.StatusChanged.Status;
import java.time.LocalDate;

/** State of a taxpayer at tax since a legal day; independent of the state in the register. */
public record Standing(Status status, LocalDate since) {

    /** Changes that need no gate wait while a taxpayer is non-normal (State Taxation Administration 2022 no. 87). */
    public boolean defersChanges() {
        return status == Status.NON_NORMAL;
    }
}
