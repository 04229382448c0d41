package io.hutong.identity;

/** What is wrong or doubtful about a value, in both languages and without the value itself; {@code code} is stable. */
public record Finding(String code, String zh, String en) {}
