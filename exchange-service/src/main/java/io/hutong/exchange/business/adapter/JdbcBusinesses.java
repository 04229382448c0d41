package io.hutong.exchange.business.adapter;

import io.hutong.events.BusinessStatus;
import io.hutong.exchange.business.Businesses;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcBusinesses implements Businesses {
    private static final String ALL = "select biz_id, uscc, registrar, premises, tenure_id, status from business";

    private final Database database;

    JdbcBusinesses(Database database) {
        this.database = database;
    }

    @Override
    public Optional<KnownBusiness> find(BizId bizId) {
        return database.first(ALL + " where biz_id = ?", JdbcBusinesses::business, bizId);
    }

    @Override
    public Map<BizId, KnownBusiness> find(Collection<BizId> bizIds) {
        return in("biz_id", bizIds).stream().collect(Collectors.toMap(KnownBusiness::bizId, Function.identity()));
    }

    @Override
    public Map<UnifiedSocialCreditCode, KnownBusiness> byCode(Collection<UnifiedSocialCreditCode> codes) {
        return in("uscc", codes).stream()
                .collect(Collectors.toMap(
                        KnownBusiness::uscc,
                        Function.identity(),
                        (one, other) -> one.status().terminal() ? other : one));
    }

    @Override
    public void put(KnownBusiness business) {
        String premises =
                business.premises().stream().map(DivisionCode::value).sorted().collect(Collectors.joining(" "));
        database.later(
                "insert into business(biz_id, uscc, registrar, premises, tenure_id, status) values (?,?,?,?,?,?)"
                        + " on duplicate key update uscc = values(uscc), registrar = values(registrar),"
                        + " premises = values(premises), tenure_id = values(tenure_id), status = values(status)",
                business.bizId(),
                business.uscc(),
                business.registrar(),
                premises,
                business.tenureId(),
                business.status());
    }

    private List<KnownBusiness> in(String column, Collection<?> values) {
        return values.isEmpty()
                ? List.of()
                : database.query(
                        ALL + " where " + column + " in (" + Sql.marks(values.size()) + ") order by biz_id",
                        JdbcBusinesses::business,
                        Database.padded(values));
    }

    private static KnownBusiness business(ResultSet row) throws SQLException {
        Set<DivisionCode> premises = Arrays.stream(row.getString("premises").split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(DivisionCode::of)
                .collect(Collectors.toUnmodifiableSet());
        return new KnownBusiness(
                BizId.of(row.getString("biz_id")),
                UnifiedSocialCreditCode.of(row.getString("uscc")),
                DivisionCode.of(row.getString("registrar")),
                premises,
                OperatorTenureId.of(row.getString("tenure_id")),
                BusinessStatus.valueOf(row.getString("status")));
    }
}
