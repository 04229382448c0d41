package io.hutong.credit.financing.adapter;

import io.hutong.credit.financing.Funnel.Reached;
import io.hutong.credit.financing.Funnel.Step;
import io.hutong.credit.financing.Funnel.Told;
import io.hutong.credit.financing.Funnels;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.events.AgencyCode;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class JdbcFunnels implements Funnels {
    /** How far a demand came at the farthest; one that was declined came as far as it was before. */
    private static final String FARTHEST = "select organisation, stage, field(if(stage = 'DECLINED', furthest, stage),"
            + " 'OFFERED', 'SEEN', 'TAKEN_UP', 'APPROVED', 'PAID') came from financing_stage";

    private final Database database;
    private final JsonTexts json;

    JdbcFunnels(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(Told told) {
        Map<String, String> counts = new LinkedHashMap<>();
        told.steps().forEach(step -> counts.put(step.step(), Long.toString(step.businesses())));
        database.update(
                "insert into financing_platform_count(count_id, platform, as_of, counts, told_by, told_at)"
                        + " values (?,?,?,?,?,?)",
                told.id().toString(),
                told.platform(),
                told.asOf(),
                json.write(counts),
                told.by(),
                told.at());
    }

    @Override
    public List<Told> newest() {
        return database.query(
                "select c.count_id, c.platform, c.as_of, c.counts, c.told_by, c.told_at from financing_platform_count c"
                        + " where not exists (select 1 from financing_platform_count n where n.platform = c.platform"
                        + " and (n.as_of > c.as_of or (n.as_of = c.as_of and n.count_id > c.count_id))) order by c.platform",
                this::told);
    }

    @Override
    public List<Reached> reached() {
        return database.query(
                "select organisation, count(*) offered, sum(came >= 2) seen, sum(came >= 3) taken_up,"
                        + " sum(came >= 4) approved, sum(came >= 5) paid, sum(stage = 'DECLINED') declined from ("
                        + FARTHEST
                        + ") s group by organisation order by organisation",
                row -> new Reached(
                        AgencyCode.of(row.getString("organisation")),
                        row.getLong("offered"),
                        row.getLong("seen"),
                        row.getLong("taken_up"),
                        row.getLong("approved"),
                        row.getLong("paid"),
                        row.getLong("declined")));
    }

    @Override
    public long businesses() {
        return database.first("select count(*) from business where status in " + Statuses.LIVING, row -> row.getLong(1))
                .orElse(0L);
    }

    private Told told(ResultSet row) throws SQLException {
        return new Told(
                UUID.fromString(row.getString("count_id")),
                row.getString("platform"),
                row.getObject("as_of", LocalDate.class),
                json.byName(row.getString("counts")).entrySet().stream()
                        .map(count -> new Step(count.getKey(), Long.parseLong(count.getValue())))
                        .toList(),
                row.getString("told_by"),
                Database.moment(row, "told_at"));
    }
}
