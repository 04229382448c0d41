package io.hutong.messaging;

/**
 * Place of an event in the stream of one business at one source: the version is gapless 1, 2, 3 …; the epoch is raised
 * when the source's database was restored from a backup.
 */
public record Position(int epoch, long version) {}
