package io.hutong.events;

/** Who stated an event that came in through the exchange, and the sender's own name for it: unique together. */
public record Origin(AgencyCode agency, String source, String id) {}
