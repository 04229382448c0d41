package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Publication.Receipt;
import io.hutong.credit.publication.Publication.Tries;
import io.hutong.credit.publication.Publications;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.publication.Urgency;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code waiting} is null once the newest order is acknowledged: an index holds only what waits. */
@ApplicationScoped
class JdbcPublications implements Publications {
    static final String ALL =
            "select platform, subject_id, kind, biz_id, content, shown_from, shown_to, shown, version, since,"
                    + " acknowledged_version, acknowledged_at, receipt,"
                    + " coalesce(acknowledgement_stored_at, acknowledged_at) as stored_at, refused, trouble from publication where ";

    private static final String HIDE =
            "update publication set shown = false, version = version + 1, since = ?, waiting = ?,"
                    + " next_try_at = utc_timestamp(6), refused = 0, trouble = null where shown and ";
    /** The last day of so many months, and that more are meant to be shown. */
    private static final String LAST = "date_sub(date_add(shown_from, interval ? month), interval 1 day)";

    private static final String BEYOND = "(shown_to is null or shown_to > " + LAST + ")";
    private static final int COUNTED = 10_000;

    /** What a platform is told of cases is nothing that it shows. */
    private static final String PUBLIC = " kind not in ('REPAIR_CASE', 'OBJECTION_CASE')";

    private final Database database;
    private final JsonTexts json;
    private final OrdersCommitted committed;

    JdbcPublications(Database database, JsonTexts json, OrdersCommitted committed) {
        this.database = database;
        this.json = json;
        this.committed = committed;
    }

    @Override
    public void show(String platform, Collection<PublishedFact> facts, Urgency urgency, Instant since) {
        database.batch(
                "insert into publication(platform, subject_id, kind, biz_id, content, shown_from, shown_to, shown, version,"
                        + " since, waiting, next_try_at, refused) values (?,?,?,?,?,?,?,true,1,?,?,utc_timestamp(6),0)"
                        + " on duplicate key update content = values(content), shown_from = values(shown_from),"
                        + " shown_to = values(shown_to), shown = true, withheld = false, version = version + 1,"
                        + " since = values(since),"
                        + " waiting = values(waiting), next_try_at = values(next_try_at), refused = 0, trouble = null",
                facts.stream()
                        .map(fact -> new @Nullable Object[] {
                            platform,
                            fact.subjectId().toString(),
                            fact.kind(),
                            fact.bizId(),
                            json.write(fact.content()),
                            fact.from(),
                            fact.to(),
                            since,
                            urgency.ordinal()
                        })
                        .toList());
        committed.afterCommit();
    }

    @Override
    public void hide(Collection<UUID> subjectIds, Urgency urgency, Instant since) {
        if (subjectIds.isEmpty()) {
            return;
        }
        database.update(
                HIDE + "subject_id in (" + Sql.marks(subjectIds.size()) + ")",
                Database.padded(texts(subjectIds), since, urgency.ordinal()));
        database.update(
                "update publication set withheld = false where withheld and subject_id in ("
                        + Sql.marks(subjectIds.size()) + ")",
                Database.padded(texts(subjectIds)));
        committed.afterCommit();
    }

    @Override
    public void hideOver(String platform, Collection<UUID> subjectIds, LocalDate today, Instant since) {
        if (subjectIds.isEmpty()) {
            return;
        }
        database.update(
                HIDE + "platform = ? and shown_to < ? and subject_id in (" + Sql.marks(subjectIds.size()) + ")",
                Database.padded(texts(subjectIds), since, Urgency.MASS.ordinal(), platform, today));
        committed.afterCommit();
    }

    @Override
    public List<Publication> over(String platform, Collection<UUID> subjectIds, LocalDate today) {
        return subjectIds.isEmpty()
                ? List.of()
                : database.query(
                        ALL + "shown and platform = ? and shown_to < ? and subject_id in ("
                                + Sql.marks(subjectIds.size()) + ") order by subject_id",
                        this::publication,
                        Database.padded(texts(subjectIds), platform, today));
    }

    @Override
    public void withhold(BizId bizId, Set<FactKind> kinds, Instant since) {
        if (kinds.isEmpty()) {
            return;
        }
        database.update(
                "update publication set shown = false, withheld = true, version = version + 1, since = ?, waiting = ?,"
                        + " next_try_at = utc_timestamp(6), refused = 0, trouble = null"
                        + " where biz_id = ? and shown and kind in (" + Sql.marks(kinds.size()) + ")",
                Database.padded(kinds, since, Urgency.AT_ONCE.ordinal(), bizId));
        committed.afterCommit();
    }

    @Override
    public void showAgain(BizId bizId, Set<FactKind> kinds, LocalDate today, Instant since) {
        if (kinds.isEmpty()) {
            return;
        }
        database.update(
                "update publication set shown = true, withheld = false, version = version + 1, since = ?, waiting = ?,"
                        + " next_try_at = utc_timestamp(6), refused = 0, trouble = null"
                        + " where biz_id = ? and withheld and (shown_to is null or shown_to >= ?) and kind in ("
                        + Sql.marks(kinds.size()) + ")",
                Database.padded(kinds, since, Urgency.AT_ONCE.ordinal(), bizId, today));
        committed.afterCommit();
    }

    @Override
    public void orderAgain(String platform, Map<UUID, Integer> shownInstead, Instant since) {
        database.batch(
                "update publication set version = greatest(version, ?) + 1, since = ?, waiting = ?,"
                        + " next_try_at = utc_timestamp(6), refused = 0, trouble = null"
                        + " where waiting is null and platform = ? and subject_id = ?",
                shownInstead.entrySet().stream()
                        .map(one -> new @Nullable Object[] {
                            one.getValue(),
                            since,
                            Urgency.MASS.ordinal(),
                            platform,
                            one.getKey().toString()
                        })
                        .toList());
        committed.afterCommit();
    }

    @Override
    public List<UUID> shownTooLong(String platform, LocalDate today, @Nullable UUID after, int limit) {
        return database.query(
                "select subject_id from publication where platform = ? and shown = true and shown_to < ?"
                        + " and subject_id > ? order by subject_id limit ?",
                row -> UUID.fromString(row.getString(1)),
                platform,
                today,
                after == null ? "" : after.toString(),
                limit);
    }

    @Override
    public List<UUID> shownBeyond(String platform, FactKind kind, int months, @Nullable UUID after, int limit) {
        return database.query(
                "select subject_id from publication where platform = ? and kind = ? and (shown or withheld) and "
                        + BEYOND + " and subject_id > ? order by subject_id limit ?",
                row -> UUID.fromString(row.getString(1)),
                platform,
                kind,
                months,
                after == null ? "" : after.toString(),
                limit);
    }

    @Override
    public void cut(String platform, int months, Collection<UUID> subjectIds) {
        if (!subjectIds.isEmpty()) {
            database.update(
                    "update publication set shown_to = " + LAST + " where platform = ? and " + BEYOND
                            + " and subject_id in (" + Sql.marks(subjectIds.size()) + ")",
                    Database.padded(texts(subjectIds), months, platform, months));
        }
    }

    @Override
    public List<Publication> of(UUID subjectId) {
        return database.query(ALL + "subject_id = ? order by platform", this::publication, subjectId.toString());
    }

    @Override
    public List<Publication> pending(String platform, @Nullable Place after, int limit) {
        Instant since = after == null ? Instant.EPOCH : after.since();
        return database.query(
                ALL + "platform = ? and waiting is not null and (since > ? or (since = ? and subject_id > ?))"
                        + " order by since, subject_id limit ?",
                this::publication,
                platform,
                since,
                since,
                after == null ? "" : after.subjectId().toString(),
                limit);
    }

    @Override
    public List<Publication> all(String platform, @Nullable UUID after, int limit) {
        return database.query(
                ALL + "platform = ? and subject_id > ? and" + PUBLIC + " order by subject_id limit ?",
                this::publication,
                platform,
                after == null ? "" : after.toString(),
                limit);
    }

    @Override
    public Standing standing(String platform) {
        return new Standing(
                count(platform, "shown = true and" + PUBLIC),
                count(platform, "waiting is not null"),
                Arrays.stream(Urgency.values())
                        .flatMap(urgency -> oldest(platform, urgency).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** By an index alone, and never more rows than the bound. */
    private Count count(String platform, String which) {
        int counted = database.first(
                        "select count(*) from (select 1 from publication where platform = ? and " + which
                                + " limit ?) some",
                        row -> row.getInt(1),
                        platform,
                        COUNTED + 1)
                .orElse(0);
        return new Count(Math.min(counted, COUNTED), counted > COUNTED);
    }

    /** The first of an index. */
    private Optional<Instant> oldest(String platform, Urgency urgency) {
        return database.first(
                "select since from publication where platform = ? and waiting = ? order by since limit 1",
                row -> Database.moment(row, "since"),
                platform,
                urgency.ordinal());
    }

    @Override
    public Instant databaseTime() {
        return database.first("select utc_timestamp(6) as now", row -> Database.moment(row, "now"))
                .orElseThrow();
    }

    static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    Publication publication(ResultSet row) throws SQLException {
        Instant acknowledged = Database.momentOrNull(row, "acknowledged_at");
        return new Publication(
                row.getString("platform"),
                new PublishedFact(
                        UUID.fromString(row.getString("subject_id")),
                        FactKind.valueOf(row.getString("kind")),
                        BizId.of(row.getString("biz_id")),
                        json.byName(row.getString("content")),
                        row.getObject("shown_from", LocalDate.class),
                        row.getObject("shown_to", LocalDate.class)),
                row.getBoolean("shown"),
                row.getInt("version"),
                Database.moment(row, "since"),
                acknowledged == null
                        ? null
                        : new Receipt(
                                row.getInt("acknowledged_version"),
                                acknowledged,
                                row.getString("receipt"),
                                Database.moment(row, "stored_at")),
                new Tries(row.getInt("refused"), row.getString("trouble")));
    }
}
