package io.hutong.rules;

/** A text as officers read it, Chinese first. */
public record Bilingual(String zh, String en) {}
