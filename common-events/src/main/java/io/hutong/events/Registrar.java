package io.hutong.events;

import io.hutong.identity.DivisionCode;

/** The registrar (登记机关) of a business and its division. */
public record Registrar(String name, DivisionCode division) {}
