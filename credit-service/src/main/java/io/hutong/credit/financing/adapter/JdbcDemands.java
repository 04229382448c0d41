package io.hutong.credit.financing.adapter;

import io.hutong.credit.financing.Demand;
import io.hutong.credit.financing.Demand.Count;
import io.hutong.credit.financing.Demand.Offer;
import io.hutong.credit.financing.Demand.Stage;
import io.hutong.credit.financing.Demand.Wish;
import io.hutong.credit.financing.Demands;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcDemands implements Demands {
    private static final String COLUMNS =
            "d.demand_id, d.biz_id, d.tenure_id, d.band, d.used_for, d.months, d.evidence,"
                    + " d.recipients, d.stated_at, d.withdrawn_at";
    private static final String OFFERED = "select " + COLUMNS + ", s.organisation, s.stage from financing_stage s"
            + " join financing_demand d on d.demand_id = s.demand_id join business b on b.biz_id = d.biz_id"
            + " where s.organisation = ? and d.withdrawn_at is null and b.tenure_id = d.tenure_id"
            + " and b.doubtful = false and b.status not in " + Statuses.ENDED;

    private final Database database;
    private final JsonTexts json;

    JdbcDemands(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(Demand demand) {
        Wish wish = demand.wish();
        database.update(
                "insert into financing_demand(demand_id, biz_id, tenure_id, band, used_for, months, evidence, recipients,"
                        + " stated_at) values (?,?,?,?,?,?,?,?,?)",
                demand.id().toString(),
                demand.bizId(),
                demand.tenureId(),
                wish.band(),
                wish.use(),
                wish.months(),
                wish.evidence(),
                json.write(demand.recipients().stream().map(AgencyCode::value).toList()),
                demand.statedAt());
        database.batch(
                "insert into financing_stage(demand_id, organisation, stage, changed_at) values (?,?,?,?)",
                demand.recipients().stream()
                        .map(bank ->
                                new @Nullable Object[] {demand.id().toString(), bank, Stage.OFFERED, demand.statedAt()})
                        .toList());
    }

    @Override
    public List<Demand> of(BizId bizId) {
        return database.query(
                "select " + COLUMNS + " from financing_demand d where d.biz_id = ? order by d.demand_id",
                this::demand,
                bizId);
    }

    @Override
    public Optional<Demand> find(UUID id) {
        return database.first(
                "select " + COLUMNS + " from financing_demand d where d.demand_id = ?", this::demand, id.toString());
    }

    @Override
    public void withdraw(UUID id, Instant at) {
        database.update("update financing_demand set withdrawn_at = ? where demand_id = ?", at, id.toString());
    }

    @Override
    public List<Offer> offered(AgencyCode organisation, @Nullable UUID after, int limit) {
        return database.query(
                OFFERED + " and s.demand_id > ? order by s.demand_id limit ?",
                this::offer,
                organisation,
                after == null ? "" : after.toString(),
                limit);
    }

    @Override
    public Optional<Offer> lock(AgencyCode organisation, UUID id) {
        return database.first(OFFERED + " and s.demand_id = ? for update", this::offer, organisation, id.toString());
    }

    @Override
    public void change(Offer offer, Stage stage, Instant at) {
        database.update(
                "update financing_stage set stage = ?, furthest = ?, changed_at = ? where organisation = ? and demand_id = ?",
                stage,
                stage == Stage.DECLINED ? offer.stage() : stage,
                at,
                offer.organisation(),
                offer.demand().id().toString());
    }

    @Override
    public List<Count> counts() {
        return database.query(
                "select organisation, stage, count(*) from financing_stage group by organisation, stage"
                        + " order by organisation, stage",
                row -> new Count(AgencyCode.of(row.getString(1)), Stage.valueOf(row.getString(2)), row.getLong(3)));
    }

    @Override
    public void seen(Offer offer, Instant at) {
        database.update(
                "update financing_stage set stage = ?, changed_at = ? where organisation = ? and demand_id = ? and stage = ?",
                Stage.SEEN,
                at,
                offer.organisation(),
                offer.demand().id().toString(),
                Stage.OFFERED);
    }

    private Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                demand(row), AgencyCode.of(row.getString("organisation")), Stage.valueOf(row.getString("stage")));
    }

    private Demand demand(ResultSet row) throws SQLException {
        return new Demand(
                UUID.fromString(row.getString("demand_id")),
                BizId.of(row.getString("biz_id")),
                OperatorTenureId.of(row.getString("tenure_id")),
                new Wish(
                        row.getString("band"),
                        row.getString("used_for"),
                        row.getInt("months"),
                        row.getString("evidence")),
                json.texts(row.getString("recipients")).stream()
                        .map(AgencyCode::of)
                        .toList(),
                Database.moment(row, "stated_at"),
                Database.momentOrNull(row, "withdrawn_at"));
    }
}
