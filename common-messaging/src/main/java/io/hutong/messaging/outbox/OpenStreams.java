package io.hutong.messaging.outbox;

import io.hutong.identity.BizId;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The streams that one transaction has locked and what it appended to them. Everything is written in one go right before
 * the commit, in the same transaction: one batch, however many events there are.
 */
final class OpenStreams implements Synchronization {
    private final JdbcOutbox outbox;
    private final Map<BizId, OpenStream> streams = new HashMap<>();
    private final List<LogEntry> appended = new ArrayList<>();

    OpenStreams(JdbcOutbox outbox) {
        this.outbox = outbox;
    }

    void lock(Iterable<BizId> businesses) {
        SortedSet<BizId> wanted = new TreeSet<>();
        businesses.forEach(bizId -> {
            if (!streams.containsKey(bizId)) {
                wanted.add(bizId);
            }
        });
        if (!wanted.isEmpty()) {
            outbox.lockRows(wanted)
                    .forEach((bizId, tip) -> streams.put(bizId, new OpenStream(bizId, tip, this, outbox)));
        }
    }

    OpenStream get(BizId bizId) {
        OpenStream stream = streams.get(bizId);
        if (stream == null) {
            throw new IllegalStateException("the stream is not locked");
        }
        return stream;
    }

    void add(LogEntry entry) {
        appended.add(entry);
    }

    @Override
    public void beforeCompletion() {
        if (appended.isEmpty()) {
            return;
        }
        Map<BizId, StreamTip> tips = new LinkedHashMap<>();
        appended.forEach(entry -> tips.computeIfAbsent(
                entry.envelope().subject(), bizId -> get(bizId).tip()));
        outbox.write(appended, tips);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED && !appended.isEmpty()) {
            outbox.committed();
        }
    }
}
