package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.HeadersJson;
import io.hutong.messaging.Position;
import io.hutong.messaging.SkippedEvents;
import io.hutong.messaging.Sql;
import io.hutong.messaging.outbox.EventDigest;
import io.hutong.messaging.outbox.JdbcOutbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Leaves an event out because a person said so, keeps it with reason and name, and lets the service answer for it. */
final class Skipping {
    private static final int TIMEOUT_SECONDS = 20;

    private final DataSource dataSource;
    private final String source;
    private final PositionTable positions;
    private final ParkingTable parking;
    private final JdbcOutbox outbox;
    private final EventCodec codec;
    private final List<SkippedEvents> answers;

    Skipping(
            DataSource dataSource,
            String source,
            PositionTable positions,
            ParkingTable parking,
            JdbcOutbox outbox,
            EventCodec codec,
            List<SkippedEvents> answers) {
        this.dataSource = dataSource;
        this.source = source;
        this.positions = positions;
        this.parking = parking;
        this.outbox = outbox;
        this.codec = codec;
        this.answers = List.copyOf(answers);
    }

    boolean skipHead(BizId bizId, String reason, String who) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> inTransaction(bizId, reason, who));
    }

    private boolean inTransaction(BizId bizId, String reason, String who) {
        Known known = positions.lock(new TreeSet<>(List.of(bizId))).getOrDefault(bizId, PositionTable.NONE);
        List<ParkingTable.Stored> line = parking.line(bizId, 1);
        if (line.isEmpty()) {
            return false;
        }
        outbox.lock(bizId);
        ParkingTable.Stored head = line.get(0);
        Map<String, String> headers = HeadersJson.read(head.headers());
        Envelope envelope = codec.envelope(headers);
        byte[] digest = EventDigest.of(headers, head.body());
        Incoming incoming = new Incoming(envelope, headers, head.body(), digest, head.origin(), true, null, null);
        keep(incoming, parking.cause(bizId).orElse(ParkCause.FAILED), reason, who);
        if (isBeyond(known.position(), envelope.position())) {
            positions.save(Map.of(bizId, Known.after(incoming)));
        }
        parking.remove(List.of(incoming));
        parking.freeIfEmpty(bizId);
        answers.forEach(answer -> answer.skipped(envelope));
        return true;
    }

    /** Whether the stream goes on from the skipped event; a second history of what was taken leaves the first standing. */
    private static boolean isBeyond(Position taken, Position skipped) {
        return skipped.epoch() > taken.epoch()
                ? skipped.version() >= taken.version()
                : skipped.epoch() == taken.epoch() && skipped.version() > taken.version();
    }

    private void keep(Incoming incoming, ParkCause cause, String reason, String who) {
        String sql = "insert into skipped_event(source, biz_id, epoch, version, id, type, digest, headers, body, cause,"
                + " reason, skipped_by, skipped_at) values (?,?,?,?,?,?,?,?,?,?,?,?,utc_timestamp(6))";
        Sql.call(dataSource, "keep a skipped event", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, source);
                insert.setString(2, incoming.bizId().value());
                insert.setInt(3, incoming.position().epoch());
                insert.setLong(4, incoming.position().version());
                insert.setString(5, incoming.envelope().id().value());
                insert.setString(6, ParkingTable.shortened(incoming.envelope().type(), 200));
                insert.setBytes(7, incoming.digest());
                insert.setString(8, HeadersJson.write(incoming.headers()));
                insert.setBytes(9, incoming.body());
                insert.setString(10, cause.name());
                insert.setString(11, ParkingTable.shortened(reason, 1000));
                insert.setString(12, ParkingTable.shortened(who, 200));
                return insert.executeUpdate();
            }
        });
    }
}
