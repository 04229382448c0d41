package io.hutong.credit.business.adapter;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.RegisterDoubts;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcRegisterDoubts implements RegisterDoubts {
    private final Database database;
    private final Businesses businesses;
    private final JsonTexts json;

    JdbcRegisterDoubts(Database database, Businesses businesses, JsonTexts json) {
        this.database = database;
        this.businesses = businesses;
        this.json = json;
    }

    private record Row(BizId bizId, int events, @Nullable Instant since) {}

    @Override
    public List<Doubt> open(@Nullable BizId after, int limit) {
        List<Row> rows = database.query(
                "select biz_id, doubts, doubted_at from business where doubtful = true and biz_id > ?"
                        + " order by biz_id limit ?",
                JdbcRegisterDoubts::row,
                after == null ? "" : after.value(),
                limit);
        var known = businesses.find(rows.stream().map(Row::bizId).toList());
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(known.get(row.bizId())).stream()
                        .map(business -> new Doubt(business, row.events(), row.since())))
                .toList();
    }

    @Override
    public Optional<Doubt> find(BizId bizId) {
        return database.first(
                        "select biz_id, doubts, doubted_at from business where doubtful = true and biz_id = ?",
                        JdbcRegisterDoubts::row,
                        bizId)
                .flatMap(row -> businesses.find(bizId).map(business -> new Doubt(business, row.events(), row.since())));
    }

    @Override
    public void settle(Confirmation confirmation) {
        database.update(
                "update business set doubtful = false, doubted_at = null where biz_id = ?", confirmation.bizId());
        database.update(
                "insert into register_confirmation(biz_id, corrected, evidence, confirmed_at, confirmed_by)"
                        + " values (?,?,?,?,?)",
                confirmation.bizId(),
                json.write(confirmation.corrected()),
                confirmation.evidence(),
                confirmation.at(),
                confirmation.by());
    }

    @Override
    public List<Confirmation> confirmations(BizId bizId) {
        return database.query(
                "select biz_id, corrected, evidence, confirmed_at, confirmed_by from register_confirmation"
                        + " where biz_id = ? order by confirmation_id",
                row -> new Confirmation(
                        BizId.of(row.getString("biz_id")),
                        json.texts(row.getString("corrected")),
                        row.getString("evidence"),
                        Database.moment(row, "confirmed_at"),
                        row.getString("confirmed_by")),
                bizId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                BizId.of(row.getString("biz_id")), row.getInt("doubts"), Database.momentOrNull(row, "doubted_at"));
    }
}
