package io.hutong.events;

/** What of a profile needs no consent: lawfully public, or made of what is. */
public enum ProfileLayer {
    L0,
    L1
}
