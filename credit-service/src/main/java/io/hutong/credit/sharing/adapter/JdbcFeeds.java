package io.hutong.credit.sharing.adapter;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.credit.sharing.Feed;
import io.hutong.credit.sharing.FeedEntry;
import io.hutong.credit.sharing.FeedEntry.Addressed;
import io.hutong.credit.sharing.FeedEntry.Kind;
import io.hutong.credit.sharing.FeedEntry.News;
import io.hutong.credit.sharing.Feeds;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcFeeds implements Feeds {
    private static final int NUMBERED_AT_ONCE = 1_000;
    private static final String FEED =
            "select organisation, last_number, acknowledged, acknowledged_at from feed where organisation = ?";

    private final Database database;
    private final JsonTexts json;

    JdbcFeeds(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void open(AgencyCode organisation) {
        database.update(
                "insert into feed(organisation, last_number, acknowledged) values (?, 0, 0)"
                        + " on duplicate key update organisation = organisation",
                organisation);
    }

    @Override
    public void subscribe(AgencyCode organisation, String purpose, Collection<KnownBusiness> businesses, Instant at) {
        database.batch(
                "insert into subscription(organisation, biz_id, since, purpose, tenure_id) values (?,?,?,?,?)"
                        + " on duplicate key update since = since",
                businesses.stream()
                        .map(business ->
                                new @Nullable Object[] {organisation, business.bizId(), at, purpose, business.tenureId()
                                })
                        .toList());
    }

    @Override
    public void cancel(AgencyCode organisation, Collection<BizId> businesses) {
        database.batch(
                "delete from subscription where organisation = ? and biz_id = ?",
                businesses.stream()
                        .map(bizId -> new @Nullable Object[] {organisation, bizId})
                        .toList());
    }

    @Override
    public Map<BizId, List<AgencyCode>> subscribers(Collection<BizId> businesses) {
        if (businesses.isEmpty()) {
            return Map.of();
        }
        record Pair(BizId bizId, AgencyCode organisation) {}
        return database
                .query(
                        "select biz_id, organisation from subscription where biz_id in (" + Sql.marks(businesses.size())
                                + ")",
                        row -> new Pair(BizId.of(row.getString(1)), AgencyCode.of(row.getString(2))),
                        Database.padded(businesses))
                .stream()
                .collect(Collectors.groupingBy(
                        Pair::bizId, Collectors.mapping(Pair::organisation, Collectors.toList())));
    }

    @Override
    public void append(List<Addressed> news, Instant at) {
        database.batch(
                "insert into feed_entry(organisation, biz_id, uscc, kind, subject_id, facts, made_at)"
                        + " values (?,?,?,?,?,?,?)",
                news.stream()
                        .map(one -> new @Nullable Object[] {
                            one.organisation(),
                            one.news().bizId(),
                            one.news().uscc(),
                            one.news().kind(),
                            text(one.news().subjectId()),
                            json.write(one.news().facts()),
                            at
                        })
                        .toList());
    }

    @Override
    public List<Told> about(UUID subjectId) {
        Map<AgencyCode, Told> last = new LinkedHashMap<>();
        database.query(
                        "select e.organisation, e.kind, e.made_at, e.acknowledged_at, exists (select 1 from subscription s"
                                + " where s.organisation = e.organisation and s.biz_id = e.biz_id) follows"
                                + " from feed_entry e where e.subject_id = ? order by e.entry_id",
                        row -> new Told(
                                AgencyCode.of(row.getString("organisation")),
                                Kind.valueOf(row.getString("kind")),
                                Database.moment(row, "made_at"),
                                row.getBoolean("follows"),
                                Database.momentOrNull(row, "acknowledged_at")),
                        subjectId.toString())
                .forEach(told -> last.put(told.organisation(), told));
        return List.copyOf(last.values());
    }

    @Override
    public Optional<Feed> find(AgencyCode organisation) {
        return database.first(FEED, JdbcFeeds::feed, organisation);
    }

    @Override
    public Optional<Feed> lock(AgencyCode organisation) {
        return database.first(FEED + " for update", JdbcFeeds::feed, organisation);
    }

    @Override
    public boolean hasUnnumbered(AgencyCode organisation) {
        return database.first(
                        "select 1 from feed_entry where organisation = ? and number is null limit 1",
                        row -> row.getInt(1),
                        organisation)
                .isPresent();
    }

    @Override
    public void number(Feed locked) {
        List<Long> written = database.query(
                "select entry_id from feed_entry where organisation = ? and number is null order by entry_id limit ?",
                row -> row.getLong(1),
                locked.organisation(),
                NUMBERED_AT_ONCE);
        List<@Nullable Object[]> numbers = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            numbers.add(new @Nullable Object[] {locked.last() + 1 + i, written.get(i)});
        }
        database.batch("update feed_entry set number = ? where entry_id = ?", numbers);
        database.update(
                "update feed set last_number = ? where organisation = ?",
                locked.last() + written.size(),
                locked.organisation());
    }

    @Override
    public List<FeedEntry> after(AgencyCode organisation, long number, int limit) {
        return database.query(
                "select number, biz_id, uscc, kind, subject_id, facts, made_at from feed_entry where organisation = ? and number > ?"
                        + " order by number limit ?",
                this::entry,
                organisation,
                number,
                limit);
    }

    @Override
    public void given(AgencyCode organisation, long upTo) {
        database.update("update feed set given = ? where organisation = ? and given < ?", upTo, organisation, upTo);
    }

    @Override
    public long given(AgencyCode organisation) {
        return database.first("select given from feed where organisation = ?", row -> row.getLong(1), organisation)
                .orElse(0L);
    }

    @Override
    public void acknowledge(Feed acknowledged) {
        database.update(
                "update feed set acknowledged = ?, acknowledged_at = ? where organisation = ?",
                acknowledged.acknowledged(),
                acknowledged.acknowledgedAt(),
                acknowledged.organisation());
        database.update(
                "update feed_entry set acknowledged_at = ? where organisation = ? and number <= ?"
                        + " and acknowledged_at is null",
                acknowledged.acknowledgedAt(),
                acknowledged.organisation(),
                acknowledged.acknowledged());
    }

    @Override
    public List<Feed.State> all() {
        return database.query(
                "select f.organisation, f.last_number, f.acknowledged, f.acknowledged_at,"
                        + " (select count(*) from subscription s where s.organisation = f.organisation) businesses,"
                        + " (select count(*) from feed_entry e where e.organisation = f.organisation"
                        + " and e.acknowledged_at is null) pending,"
                        + " (select min(e.made_at) from feed_entry e where e.organisation = f.organisation"
                        + " and e.acknowledged_at is null) oldest from feed f order by f.organisation",
                row -> new Feed.State(
                        feed(row),
                        row.getLong("businesses"),
                        row.getLong("pending"),
                        Database.momentOrNull(row, "oldest")));
    }

    @Override
    public List<AgencyCode> organisations() {
        return database.query(
                "select organisation from feed order by organisation", row -> AgencyCode.of(row.getString(1)));
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                AgencyCode.of(row.getString("organisation")),
                row.getLong("last_number"),
                row.getLong("acknowledged"),
                Database.momentOrNull(row, "acknowledged_at"));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private FeedEntry entry(ResultSet row) throws SQLException {
        String subject = row.getString("subject_id");
        return new FeedEntry(
                row.getLong("number"),
                new News(
                        BizId.of(row.getString("biz_id")),
                        UnifiedSocialCreditCode.of(row.getString("uscc")),
                        Kind.valueOf(row.getString("kind")),
                        subject == null ? null : UUID.fromString(subject),
                        json.byName(row.getString("facts"))),
                Database.moment(row, "made_at"));
    }
}
