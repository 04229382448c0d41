package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.SpotCheck;
import io.hutong.credit.reportcheck.SpotCheck.Correction;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.credit.reportcheck.SpotCheck.Population;
import io.hutong.credit.reportcheck.SpotCheck.Result;
import io.hutong.credit.reportcheck.SpotChecks;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcSpotChecks implements SpotChecks {
    private static final String ITEMS =
            "select biz_id, revision, result, checked_on, checked_by from spot_check_item where check_id = ?";

    private final Database database;

    JdbcSpotChecks(Database database) {
        this.database = database;
    }

    @Override
    public List<BizId> keepPopulation(UUID checkId, int reportYear) {
        database.update(
                "insert into spot_check_population(check_id, biz_id) select ?, r.biz_id from annual_report r"
                        + " join business b on b.biz_id = r.biz_id where r.report_year = ? and b.status in "
                        + Statuses.LIVING,
                checkId.toString(),
                reportYear);
        return population(checkId, null, Integer.MAX_VALUE);
    }

    @Override
    public void draw(SpotCheck check) {
        Population population = Objects.requireNonNull(check.population());
        database.update(
                "insert into spot_check(check_id, report_year, seed, size, drawn_at, drawn_by, population,"
                        + " population_digest) values (?,?,?,?,?,?,?,?)",
                check.id().toString(),
                check.reportYear(),
                check.seed(),
                check.size(),
                check.drawnAt(),
                check.drawnBy(),
                population.count(),
                population.digest());
        database.update(
                "insert into spot_check_item(check_id, biz_id) select p.check_id, p.biz_id from spot_check_population p"
                        + " where p.check_id = ?"
                        + " order by sha2(concat(?, convert(p.biz_id using utf8mb4)), 256) limit ?",
                check.id().toString(),
                check.seed(),
                check.size());
    }

    @Override
    public Optional<SpotCheck> find(UUID id) {
        return database.first(
                "select report_year, seed, drawn_at, drawn_by, population, population_digest, (select count(*)"
                        + " from spot_check_item i where i.check_id = c.check_id) as drawn from spot_check c"
                        + " where check_id = ?",
                row -> new SpotCheck(
                        id,
                        row.getInt("report_year"),
                        row.getString("seed"),
                        row.getInt("drawn"),
                        Database.moment(row, "drawn_at"),
                        row.getString("drawn_by"),
                        population(row)),
                id.toString());
    }

    @Override
    public List<BizId> population(UUID id, @Nullable BizId after, int limit) {
        return database.query(
                "select biz_id from spot_check_population where check_id = ? and biz_id > ? order by biz_id limit ?",
                row -> BizId.of(row.getString(1)),
                id.toString(),
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public List<Item> items(UUID id, @Nullable BizId after, int limit) {
        return database.query(
                ITEMS + " and biz_id > ? order by biz_id limit ?",
                JdbcSpotChecks::item,
                id.toString(),
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public Optional<Item> lockItem(UUID id, BizId bizId) {
        return database.first(ITEMS + " and biz_id = ? for update", JdbcSpotChecks::item, id.toString(), bizId);
    }

    @Override
    public void put(UUID id, Item item) {
        database.update(
                "update spot_check_item set revision = ?, result = ?, checked_on = ?, checked_by = ?"
                        + " where check_id = ? and biz_id = ?",
                item.revision(),
                item.result(),
                item.checkedOn(),
                item.checkedBy(),
                id.toString(),
                item.bizId());
    }

    @Override
    public void keep(UUID id, Correction correction) {
        Item wrong = correction.wrong();
        database.update(
                "insert into spot_check_correction(check_id, biz_id, revision, result, checked_on, checked_by, reason,"
                        + " corrected_on, corrected_by) values (?,?,?,?,?,?,?,?,?)",
                id.toString(),
                wrong.bizId(),
                wrong.revision(),
                wrong.result(),
                wrong.checkedOn(),
                wrong.checkedBy(),
                correction.reason(),
                correction.on(),
                correction.by());
    }

    @Override
    public List<Correction> corrections(UUID id, @Nullable BizId bizId) {
        return database.query(
                "select biz_id, revision, result, checked_on, checked_by, reason, corrected_on, corrected_by"
                        + " from spot_check_correction where check_id = ? and (? is null or biz_id = ?)"
                        + " order by biz_id, revision",
                row -> new Correction(
                        item(row),
                        row.getString("reason"),
                        row.getObject("corrected_on", LocalDate.class),
                        row.getString("corrected_by")),
                id.toString(),
                bizId,
                bizId);
    }

    private static @Nullable Population population(ResultSet row) throws SQLException {
        String digest = row.getString("population_digest");
        return digest == null ? null : new Population(row.getInt("population"), digest);
    }

    private static Item item(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Item(
                BizId.of(row.getString("biz_id")),
                row.getInt("revision"),
                result == null ? null : Result.valueOf(result),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"));
    }
}
