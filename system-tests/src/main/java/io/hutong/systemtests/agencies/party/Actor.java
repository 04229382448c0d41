package io.hutong.systemtests.agencies.party;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A foreign party at work: it says things as its conduct has it, which may change at any moment, and remembers what it did. */
public final class Actor {
    private static final int REMEMBERED = 500;

    private final Party party;
    private final Clock clock;
    private final Deque<Deed> deeds = new ArrayDeque<>();
    private volatile Conduct conduct = Conduct.GOOD;

    public Actor(Party party, Clock clock) {
        this.party = party;
        this.clock = clock;
    }

    public Party party() {
        return party;
    }

    public Conduct conduct() {
        return conduct;
    }

    public void behave(Conduct next) {
        conduct = next;
    }

    /** Says it as the conduct of the moment has it; who is late says it after the delay. */
    public <M extends Message<M>> Deed say(String what, String about, M message, Channel<M> channel)
            throws InterruptedException {
        Conduct present = conduct();
        if (present.has(Fault.LATE)) {
            Thread.sleep(present.delay().toMillis());
        }
        return sayAs(present, what, about, message, channel);
    }

    /** Says it now, as this conduct has it. */
    public <M extends Message<M>> Deed sayAs(Conduct as, String what, String about, M message, Channel<M> channel)
            throws InterruptedException {
        List<M> sent = as.sent(message);
        List<Reply> replies = sent.isEmpty() ? List.of() : channel.send(sent);
        return remember(new Deed(clock.instant(), what, about, as, replies));
    }

    private synchronized Deed remember(Deed deed) {
        deeds.addLast(deed);
        if (deeds.size() > REMEMBERED) {
            deeds.removeFirst();
        }
        return deed;
    }

    /** The last ones, the oldest first. */
    public synchronized List<Deed> deeds() {
        return List.copyOf(deeds);
    }
}
