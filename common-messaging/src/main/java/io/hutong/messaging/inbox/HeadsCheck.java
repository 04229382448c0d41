package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Compares what the source has stated with what was taken, in the order of the source's log, at start and at intervals:
 * the only way to notice a lost tail. What is older than the grace and missing is refilled; the cursor stops before
 * younger entries, because a lower position may still commit until then. Where the log ends before what was read, its
 * source was restored, and all of it is compared anew.
 */
final class HeadsCheck {
    private static final Logger LOG = Logger.getLogger(HeadsCheck.class);
    private static final int PAGES = 50;

    private final Source source;
    private final Refill refill;
    private final Delivery delivery;
    private final PositionTable positions;
    private final ParkingTable parking;
    private final HeadCursor cursor;
    private final MessagingConfig.Heads settings;
    private final SortedMap<BizId, HeadsPage.Head> open = new TreeMap<>();
    private volatile long missing;
    private volatile long wholeAt = System.nanoTime();
    private long read;
    private long nextAt = System.nanoTime();

    HeadsCheck(
            Source source,
            Refill refill,
            Delivery delivery,
            PositionTable positions,
            ParkingTable parking,
            HeadCursor cursor,
            MessagingConfig.Heads settings) {
        this.source = source;
        this.refill = refill;
        this.delivery = delivery;
        this.positions = positions;
        this.parking = parking;
        this.cursor = cursor;
        this.settings = settings;
    }

    /** Events found missing at the last check, filled since or not. */
    long missing() {
        return missing;
    }

    /** What the source stated so long ago may still be on its way by the topic. */
    Duration grace() {
        return settings.grace();
    }

    /** Since this process last found the log of the source taken to its end, or since it began. */
    Duration sinceWhole() {
        return Duration.ofNanos(System.nanoTime() - wholeAt);
    }

    void whenDue() {
        if (System.nanoTime() - nextAt >= 0) {
            nextAt = System.nanoTime() + settings.every().toNanos();
            check();
        }
    }

    /**
     * Goes on to the newest entry that is older than the grace. The cursor stays before the first head that the source
     * could not give, so that a restart finds it again; meanwhile this process asks for it at every check.
     */
    void check() {
        long found = again();
        if (open.isEmpty()) {
            read = cursor.position();
        }
        boolean atTheEnd = false;
        for (int page = 0; page < PAGES && !atTheEnd; page++) {
            HeadsPage stated = source.heads(read, settings.page());
            if (stated.endsBefore(read)) {
                startAgain();
                continue;
            }
            List<HeadsPage.Head> old = stated.heads().stream()
                    .takeWhile(head -> head.ageMillis() > settings.grace().toMillis())
                    .toList();
            if (!old.isEmpty()) {
                found += fillMissing(newestOf(old));
                read = old.get(old.size() - 1).position();
                advance();
            }
            atTheEnd = old.size() < settings.page();
        }
        missing = found;
        if (atTheEnd && open.isEmpty()) {
            cursor.whole();
            wholeAt = System.nanoTime();
        }
    }

    /** A restored source may state anew under positions and versions that were read before. */
    private void startAgain() {
        LOG.warnf(
                "the log of the source ends before position %d, which was read: it was restored, all is compared again",
                read);
        open.clear();
        read = 0;
        cursor.startAgain();
    }

    private long again() {
        if (open.isEmpty()) {
            return 0;
        }
        long found = fillMissing(new TreeMap<>(open));
        advance();
        return found;
    }

    private void advance() {
        long beforeOpen = open.values().stream()
                .mapToLong(head -> head.position() - 1)
                .min()
                .orElse(read);
        cursor.advance(Math.min(read, beforeOpen));
    }

    private static SortedMap<BizId, HeadsPage.Head> newestOf(List<HeadsPage.Head> heads) {
        SortedMap<BizId, HeadsPage.Head> newest = new TreeMap<>();
        heads.forEach(head -> newest.put(BizId.of(head.bizId()), head));
        return newest;
    }

    private long fillMissing(SortedMap<BizId, HeadsPage.Head> newest) {
        Map<BizId, Known> known = positions.read(new TreeSet<>(newest.keySet()));
        long found = 0;
        for (Map.Entry<BizId, HeadsPage.Head> head : newest.entrySet()) {
            BizId bizId = head.getKey();
            Position last =
                    new Position(head.getValue().epoch(), head.getValue().version());
            Position here = arrived(known.getOrDefault(bizId, PositionTable.NONE), bizId, last);
            boolean complete = here.compareTo(last) >= 0;
            long from = Math.min(here.version() + 1, last.version());
            if (!complete) {
                LOG.warnf("events %d to %d of %s never came by the topic", from, last.version(), bizId);
                found += last.version() - from + 1;
            }
            if (complete || fill(bizId, from, last.version())) {
                open.remove(bizId);
            } else {
                open.put(bizId, head.getValue());
            }
        }
        return found;
    }

    /** Up to where a stream is taken, or waits in its line if it is parked. */
    private Position arrived(Known known, BizId bizId, Position last) {
        Position taken = known.position();
        if (taken.compareTo(last) >= 0) {
            return taken;
        }
        Position waiting = parking.newestInLine(bizId, last);
        return waiting.compareTo(taken) > 0 ? waiting : taken;
    }

    /** Whether the source gave all of them. */
    private boolean fill(BizId bizId, long from, long to) {
        long next = from;
        while (next <= to) {
            StreamPage page = source.stream(bizId, next, to);
            if (page.events().isEmpty()) {
                LOG.errorf("the source names version %d of %s and cannot give it", next, bizId);
                return false;
            }
            List<Incoming> batch = new ArrayList<>();
            page.events().forEach(event -> batch.add(refill.read(event)));
            delivery.take(batch);
            next = batch.get(batch.size() - 1).position().version() + 1;
        }
        return true;
    }
}
