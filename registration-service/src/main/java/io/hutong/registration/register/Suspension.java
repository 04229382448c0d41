package io.hutong.registration.register;

import io.hutong.events.Address;
import java.time.LocalDate;

/** A term of suspended trade and where legal documents reach the business meanwhile. */
public record Suspension(LocalDate from, LocalDate until, Address serviceAddress, String reason) {}
