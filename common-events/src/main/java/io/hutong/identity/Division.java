package io.hutong.identity;

/** One administrative division by its code and name. */
public record Division(DivisionCode code, String name) {}
