package io.hutong.events;

/** Main industry by GB/T 4754: section letter and four-digit class. */
public record Industry(String section, String code) {}
