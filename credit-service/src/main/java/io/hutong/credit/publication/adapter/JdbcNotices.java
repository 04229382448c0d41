package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.Notices;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Urgency;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every statement is a transaction of its own. Who takes orders moves their next try into the future and puts a name of its own
 * on them, without locking what it does not get: those that make orders at the same time wait for nobody.
 */
@ApplicationScoped
class JdbcNotices implements Notices {
    private static final String LATER = "utc_timestamp(6) + interval ? second";
    private static final int TROUBLE_LENGTH = 300;

    private final Database database;
    private final JdbcPublications publications;

    JdbcNotices(Database database, JdbcPublications publications) {
        this.database = database;
        this.publications = publications;
    }

    @Override
    public List<Publication> take(String platform, int most, Duration lease) {
        List<String> waiting = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            if (waiting.size() < most) {
                waiting.addAll(database.query(
                        "select subject_id from publication where platform = ? and waiting = ? and next_try_at <= utc_timestamp(6)"
                                + " order by next_try_at limit ?",
                        row -> row.getString(1),
                        platform,
                        urgency.ordinal(),
                        most - waiting.size()));
            }
        }
        return waiting.isEmpty() ? List.of() : take(platform, waiting, lease);
    }

    private List<Publication> take(String platform, List<String> subjectIds, Duration lease) {
        String sender = UUID.randomUUID().toString();
        String those = " and subject_id in (" + Sql.marks(subjectIds.size()) + ")";
        database.update(
                "update publication set sender = ?, next_try_at = " + LATER + " where platform = ?"
                        + " and waiting is not null and next_try_at <= utc_timestamp(6)" + those,
                Database.padded(subjectIds, sender, lease.toSeconds(), platform));
        return database.query(
                JdbcPublications.ALL + "platform = ? and sender = ? and waiting is not null" + those
                        + " order by since, subject_id",
                publications::publication,
                Database.padded(subjectIds, platform, sender));
    }

    /** A newer order that came meanwhile goes on waiting. */
    @Override
    public void acknowledged(List<Publication> sent, String receipt, Instant at) {
        database.batch(
                "update publication set acknowledged_version = ?, acknowledged_at = ?, receipt = ?,"
                        + " acknowledgement_stored_at = utc_timestamp(6),"
                        + " waiting = if(version = ?, null, waiting), refused = if(version = ?, 0, refused),"
                        + " trouble = if(version = ?, null, trouble)"
                        + " where platform = ? and subject_id = ? and coalesce(acknowledged_version, 0) < ?",
                sent.stream()
                        .map(order -> new @Nullable Object[] {
                            order.version(),
                            at,
                            cut(receipt),
                            order.version(),
                            order.version(),
                            order.version(),
                            order.platform(),
                            order.fact().subjectId().toString(),
                            order.version()
                        })
                        .toList());
    }

    @Override
    public void refused(Publication sent, String reason, Duration pause) {
        database.update(
                "update publication set refused = refused + 1, trouble = ?, next_try_at = " + LATER
                        + " where platform = ? and subject_id = ? and version = ? and waiting is not null",
                cut(reason),
                pause.toSeconds(),
                sent.platform(),
                sent.fact().subjectId().toString(),
                sent.version());
    }

    @Override
    public void later(List<Publication> taken, Duration pause) {
        database.batch(
                "update publication set next_try_at = " + LATER
                        + " where platform = ? and subject_id = ? and version = ?" + " and waiting is not null",
                taken.stream()
                        .map(order -> new @Nullable Object[] {
                            pause.toSeconds(),
                            order.platform(),
                            order.fact().subjectId().toString(),
                            order.version()
                        })
                        .toList());
    }

    @Override
    public void reached(String platform, Instant at) {
        database.update(
                "insert into platform_state(platform, acknowledged_at) values (?,?)"
                        + " on duplicate key update acknowledged_at = values(acknowledged_at), trouble = null, trouble_at = null",
                platform,
                at);
    }

    @Override
    public void notReached(String platform, String trouble, Instant at) {
        database.update(
                "insert into platform_state(platform, trouble, trouble_at) values (?,?,?)"
                        + " on duplicate key update trouble = values(trouble), trouble_at = coalesce(trouble_at, values(trouble_at))",
                platform,
                cut(trouble),
                at);
    }

    @Override
    public State state(String platform) {
        return database.first(
                        "select acknowledged_at, trouble, trouble_at from platform_state where platform = ?",
                        row -> new State(
                                Database.momentOrNull(row, "acknowledged_at"),
                                row.getString("trouble"),
                                Database.momentOrNull(row, "trouble_at")),
                        platform)
                .orElse(new State(null, null, null));
    }

    private static String cut(String text) {
        return text.length() <= TROUBLE_LENGTH ? text : text.substring(0, TROUBLE_LENGTH);
    }
}
