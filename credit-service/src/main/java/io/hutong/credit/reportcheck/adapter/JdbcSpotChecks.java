package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.SpotCheck;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.credit.reportcheck.SpotCheck.Result;
import io.hutong.credit.reportcheck.SpotChecks;
import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcSpotChecks implements SpotChecks {
    private static final String LIVING = Arrays.stream(BusinessStatus.values())
            .filter(status -> !status.terminal())
            .map(status -> "'" + status + "'")
            .collect(Collectors.joining(", "));
    private static final String ITEMS =
            "select biz_id, result, checked_on, checked_by from spot_check_item where check_id = ?";

    private final Database database;

    JdbcSpotChecks(Database database) {
        this.database = database;
    }

    @Override
    public void draw(SpotCheck check) {
        database.update(
                "insert into spot_check(check_id, report_year, seed, size, drawn_at, drawn_by) values (?,?,?,?,?,?)",
                check.id().toString(),
                check.reportYear(),
                check.seed(),
                check.size(),
                check.drawnAt(),
                check.drawnBy());
        database.update(
                "insert into spot_check_item(check_id, biz_id) select ?, r.biz_id from annual_report r"
                        + " join business b on b.biz_id = r.biz_id where r.report_year = ? and b.status in (" + LIVING
                        + ") order by sha2(concat(?, convert(r.biz_id using utf8mb4)), 256) limit ?",
                check.id().toString(),
                check.reportYear(),
                check.seed(),
                check.size());
    }

    @Override
    public Optional<SpotCheck> find(UUID id) {
        return database.first(
                "select report_year, seed, drawn_at, drawn_by, (select count(*) from spot_check_item i where"
                        + " i.check_id = c.check_id) as drawn from spot_check c where check_id = ?",
                row -> new SpotCheck(
                        id,
                        row.getInt("report_year"),
                        row.getString("seed"),
                        row.getInt("drawn"),
                        Database.moment(row, "drawn_at"),
                        row.getString("drawn_by")),
                id.toString());
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
                "update spot_check_item set result = ?, checked_on = ?, checked_by = ? where check_id = ? and biz_id = ?",
                item.result(),
                item.checkedOn(),
                item.checkedBy(),
                id.toString(),
                item.bizId());
    }

    private static Item item(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Item(
                BizId.of(row.getString("biz_id")),
                result == null ? null : Result.valueOf(result),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"));
    }
}
