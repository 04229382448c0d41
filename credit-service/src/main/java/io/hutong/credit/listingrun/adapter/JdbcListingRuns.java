package io.hutong.credit.listingrun.adapter;

import io.hutong.credit.listingrun.ListingRun;
import io.hutong.credit.listingrun.ListingRun.Act;
import io.hutong.credit.listingrun.ListingRun.Candidate;
import io.hutong.credit.listingrun.ListingRun.Fate;
import io.hutong.credit.listingrun.ListingRun.State;
import io.hutong.credit.listingrun.ListingRuns;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcListingRuns implements ListingRuns {
    private static final String ALL =
            "select run_id, report_year, state, proposed_at, proposed_by, signed_at, signed_by,"
                    + " ended_at from listing_run where ";
    private static final String CANDIDATES = "select c.biz_id, b.uscc, b.name, c.state, c.reason, c.who"
            + " from listing_candidate c join business b on b.biz_id = c.biz_id where c.run_id = ?";

    private final Database database;

    JdbcListingRuns(Database database) {
        this.database = database;
    }

    @Override
    public void add(ListingRun run) {
        database.update(
                "insert into listing_run(run_id, report_year, open_year, state, proposed_at, proposed_by)"
                        + " values (?,?,?,?,?,?)",
                run.id().toString(),
                run.reportYear(),
                run.reportYear(),
                run.state(),
                run.proposed().at(),
                run.proposed().by());
    }

    @Override
    public void propose(ListingRun run) {
        database.update(
                "insert into listing_candidate(run_id, biz_id, state) select ?, b.biz_id, ? from business b"
                        + " where b.established_on < ? and not b.doubtful and b.status in " + Statuses.LIVING
                        + " and not exists (select 1 from annual_report r where r.biz_id = b.biz_id and r.report_year = ?)"
                        + " and not exists (select 1 from abnormal_entry e where e.biz_id = b.biz_id"
                        + " and e.ground = 'ABN_REPORT' and e.report_year = ?)",
                run.id().toString(),
                Fate.CANDIDATE,
                LocalDate.of(run.reportYear() + 1, 1, 1),
                run.reportYear(),
                run.reportYear());
    }

    @Override
    public Optional<ListingRun> find(UUID id) {
        return database.first(ALL + "run_id = ?", JdbcListingRuns::run, id.toString());
    }

    @Override
    public Optional<ListingRun> lock(UUID id) {
        return database.first(ALL + "run_id = ? for update", JdbcListingRuns::run, id.toString());
    }

    @Override
    public Optional<ListingRun> underWay(int reportYear) {
        return database.first(ALL + "open_year = ?", JdbcListingRuns::run, reportYear);
    }

    @Override
    public List<ListingRun> latest(@Nullable UUID before, int limit) {
        return database.query(
                ALL + "run_id < ? order by run_id desc limit ?",
                JdbcListingRuns::run,
                before == null ? "~" : before.toString(),
                limit);
    }

    @Override
    public void change(ListingRun run) {
        Act signed = run.signed();
        database.update(
                "update listing_run set state = ?, open_year = ?, signed_at = ?, signed_by = ?, ended_at = ? where run_id = ?",
                run.state(),
                run.endedAt() == null ? run.reportYear() : null,
                signed == null ? null : signed.at(),
                signed == null ? null : signed.by(),
                run.endedAt(),
                run.id().toString());
    }

    @Override
    public Map<Fate, Integer> counts(UUID id) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        database.query(
                        "select state, count(*) from listing_candidate where run_id = ? group by state",
                        row -> Map.entry(Fate.valueOf(row.getString(1)), row.getInt(2)),
                        id.toString())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public List<Candidate> candidates(UUID id, @Nullable Fate fate, @Nullable BizId after, int limit) {
        return database.query(
                CANDIDATES + " and c.biz_id > ? and (? is null or c.state = ?) order by c.biz_id limit ?",
                JdbcListingRuns::candidate,
                id.toString(),
                after == null ? "" : after.value(),
                fate,
                fate,
                limit);
    }

    @Override
    public Optional<Candidate> candidate(UUID id, UnifiedSocialCreditCode uscc) {
        return database.first(CANDIDATES + " and b.uscc = ?", JdbcListingRuns::candidate, id.toString(), uscc);
    }

    @Override
    public boolean exclude(UUID id, BizId bizId, String reason, String by) {
        return database.update(
                        "update listing_candidate set state = ?, reason = ?, who = ? where run_id = ? and biz_id = ?"
                                + " and state = ?",
                        Fate.EXCLUDED,
                        reason,
                        by,
                        id.toString(),
                        bizId,
                        Fate.CANDIDATE)
                == 1;
    }

    @Override
    public Optional<ListingRun> nextSigned() {
        return database.first(
                ALL + "state = ? order by run_id limit 1 for update skip locked", JdbcListingRuns::run, State.SIGNED);
    }

    @Override
    public List<BizId> take(UUID id, int most) {
        return database.query(
                "select biz_id from listing_candidate where run_id = ? and state = ? order by biz_id limit ?"
                        + " for update skip locked",
                row -> BizId.of(row.getString(1)),
                id.toString(),
                Fate.CANDIDATE,
                most);
    }

    @Override
    public void settle(UUID id, Map<BizId, Fate> fates) {
        database.batch(
                "update listing_candidate set state = ? where run_id = ? and biz_id = ?",
                fates.entrySet().stream()
                        .map(fate -> new @Nullable Object[] {fate.getValue(), id.toString(), fate.getKey()})
                        .toList());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                BizId.of(row.getString("biz_id")),
                UnifiedSocialCreditCode.of(row.getString("uscc")),
                row.getString("name"),
                Fate.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("who"));
    }

    private static ListingRun run(ResultSet row) throws SQLException {
        String signed = row.getString("signed_by");
        return new ListingRun(
                UUID.fromString(row.getString("run_id")),
                row.getInt("report_year"),
                State.valueOf(row.getString("state")),
                new Act(row.getString("proposed_by"), Database.moment(row, "proposed_at")),
                signed == null ? null : new Act(signed, Database.moment(row, "signed_at")),
                Database.momentOrNull(row, "ended_at"));
    }
}
