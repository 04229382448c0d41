package io.hutong.credit.business.adapter;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.business.KnownBusiness.Licence;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcBusinesses implements Businesses {
    private static final String ALL =
            "select biz_id, uscc, name, registrar, established_on, tenure_id, online_places, status, operator_name, scope,"
                    + " premises from business";

    private final Database database;
    private final JsonTexts json;

    JdbcBusinesses(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Optional<KnownBusiness> find(BizId bizId) {
        return database.first(ALL + " where biz_id = ?", this::business, bizId);
    }

    @Override
    public Map<BizId, KnownBusiness> find(Collection<BizId> bizIds) {
        return bizIds.isEmpty()
                ? Map.of()
                : database
                        .query(
                                ALL + " where biz_id in (" + Sql.marks(bizIds.size()) + ")",
                                this::business,
                                Database.padded(bizIds))
                        .stream()
                        .collect(Collectors.toMap(KnownBusiness::bizId, Function.identity()));
    }

    @Override
    public void doubt(BizId bizId) {
        database.update(
                "update business set doubtful = true, doubts = doubts + 1, doubted_at = coalesce(doubted_at, utc_timestamp(6))"
                        + " where biz_id = ?",
                bizId);
    }

    @Override
    public boolean doubtful(BizId bizId) {
        return database.first("select 1 from business where biz_id = ? and doubtful", row -> row.getInt(1), bizId)
                .isPresent();
    }

    @Override
    public void put(KnownBusiness business) {
        database.later(
                "insert into business(biz_id, uscc, name, registrar, established_on, tenure_id, online_places, status,"
                        + " operator_name, scope, premises) values (?,?,?,?,?,?,?,?,?,?,?) on duplicate key update"
                        + " name = values(name), tenure_id = values(tenure_id), online_places = values(online_places),"
                        + " status = values(status), operator_name = values(operator_name), scope = values(scope),"
                        + " premises = values(premises)",
                business.bizId(),
                business.uscc(),
                business.name(),
                business.registrar(),
                business.establishedOn(),
                business.tenureId(),
                json.write(business.onlinePlaces()),
                business.status(),
                business.licence().operatorName(),
                json.write(business.licence().scope()),
                json.write(business.licence().premises()));
    }

    @Override
    public void keepEarlier(BizId bizId, OperatorTenureId tenureId) {
        database.later("insert ignore into earlier_tenure(biz_id, tenure_id) values (?,?)", bizId, tenureId);
    }

    @Override
    public Set<OperatorTenureId> earlierTenures(BizId bizId) {
        return Set.copyOf(database.query(
                "select tenure_id from earlier_tenure where biz_id = ?",
                row -> OperatorTenureId.of(row.getString(1)),
                bizId));
    }

    @Override
    public Optional<KnownBusiness> find(UnifiedSocialCreditCode uscc) {
        return database.first(
                ALL + " where uscc = ? order by established_on desc, biz_id desc limit 1", this::business, uscc);
    }

    @Override
    public void countChange(BizId bizId) {
        database.update(
                "insert into business_changes(biz_id, changes) values (?, 1) on duplicate key update changes = changes + 1",
                bizId);
    }

    @Override
    public int changes(BizId bizId) {
        return database.first("select changes from business_changes where biz_id = ?", row -> row.getInt(1), bizId)
                .orElse(0);
    }

    private KnownBusiness business(ResultSet row) throws SQLException {
        return new KnownBusiness(
                BizId.of(row.getString("biz_id")),
                UnifiedSocialCreditCode.of(row.getString("uscc")),
                row.getString("name"),
                DivisionCode.of(row.getString("registrar")),
                row.getObject("established_on", LocalDate.class),
                OperatorTenureId.of(row.getString("tenure_id")),
                json.texts(row.getString("online_places")),
                BusinessStatus.valueOf(row.getString("status")),
                new Licence(row.getString("operator_name"), texts(row, "scope"), texts(row, "premises")));
    }

    /** None where the register has told nothing since the column is there. */
    private List<String> texts(ResultSet row, String column) throws SQLException {
        String list = row.getString(column);
        return list == null ? List.of() : json.texts(list);
    }
}
