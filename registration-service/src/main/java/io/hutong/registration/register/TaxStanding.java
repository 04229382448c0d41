package io.hutong.registration.register;

import io.hutong.events.TaxEvent.StatusChanged;
import java.time.LocalDate;

/** How tax keeps the business, as tax last stated it. */
public record TaxStanding(StatusChanged.Status status, LocalDate since) {}
