package io.hutong.systemtests.agencies.party;

import java.time.Instant;
import java.util.List;

/** What a party did about something, how it behaved at it, and what was replied: nothing if it kept silent. */
public record Deed(Instant at, String what, String about, Conduct conduct, List<Reply> replies) {
    public Deed {
        replies = List.copyOf(replies);
    }
}
