package io.hutong.messaging.inbox;

/** The versions from…to are missing before this event. */
record Gap(Incoming before, long from, long to) {}
