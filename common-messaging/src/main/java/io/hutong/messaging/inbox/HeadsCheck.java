package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Compares what the source has stated with what was taken, in the order of the source's log, at start and at intervals:
 * the only way to notice a lost tail. What is older than the grace and missing is refilled; the cursor stops before
 * younger entries, because a lower position may still commit until then.
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
    private volatile long missing;
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

    /** Events found missing at the last check. */
    long missing() {
        return missing;
    }

    void whenDue() {
        if (System.nanoTime() - nextAt >= 0) {
            nextAt = System.nanoTime() + settings.every().toNanos();
            check();
        }
    }

    /** Goes on from the cursor to the newest entry that is older than the grace. */
    void check() {
        long found = 0;
        for (int page = 0; page < PAGES; page++) {
            HeadsPage heads = source.heads(cursor.position(), settings.page());
            List<HeadsPage.Head> old = heads.heads().stream()
                    .takeWhile(head -> head.ageMillis() > settings.grace().toMillis())
                    .toList();
            if (old.isEmpty()) {
                break;
            }
            found += fillMissing(newestOf(old));
            cursor.advance(old.get(old.size() - 1).position());
            if (old.size() < settings.page()) {
                break;
            }
        }
        missing = found;
    }

    private static SortedMap<BizId, Position> newestOf(List<HeadsPage.Head> heads) {
        SortedMap<BizId, Position> newest = new TreeMap<>();
        heads.forEach(head -> newest.put(BizId.of(head.bizId()), new Position(head.epoch(), head.version())));
        return newest;
    }

    private long fillMissing(SortedMap<BizId, Position> newest) {
        TreeSet<BizId> businesses = new TreeSet<>(newest.keySet());
        Map<BizId, Known> known = positions.read(businesses);
        Set<BizId> parked = new HashSet<>(parking.parkedAmong(businesses));
        long found = 0;
        for (Map.Entry<BizId, Position> head : newest.entrySet()) {
            long taken = known.getOrDefault(head.getKey(), PositionTable.NONE)
                    .position()
                    .version();
            long last = head.getValue().version();
            if (taken < last && !parked.contains(head.getKey())) {
                LOG.warnf("events %d to %d of %s never came by the topic", taken + 1, last, head.getKey());
                found += last - taken;
                fill(head.getKey(), taken + 1, last);
            }
        }
        return found;
    }

    private void fill(BizId bizId, long from, long to) {
        long next = from;
        while (next <= to) {
            StreamPage page = source.stream(bizId, next, to);
            if (page.events().isEmpty()) {
                LOG.errorf("the source names version %d of %s and cannot give it", next, bizId);
                return;
            }
            List<Incoming> batch = new ArrayList<>();
            page.events().forEach(event -> batch.add(refill.read(event)));
            delivery.take(batch);
            next = batch.get(batch.size() - 1).position().version() + 1;
        }
    }
}
