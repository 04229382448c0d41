package io.hutong.credit.sharing.adapter;

import io.hutong.credit.consent.Outcome;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.credit.sharing.Look;
import io.hutong.credit.sharing.Looks;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcLooks implements Looks {
    /** Behind every id. */
    private static final String NEWEST = "g";

    private final Database database;
    private final JsonTexts json;

    JdbcLooks(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(Look look) {
        database.update(
                "insert into look(look_id, biz_id, tenure_id, organisation, client, purpose, fields, consent_id, outcome,"
                        + " looked_at) values (?,?,?,?,?,?,?,?,?,?)",
                look.id().toString(),
                look.bizId(),
                look.tenureId(),
                look.by().organisation(),
                look.by().client(),
                look.by().purpose(),
                json.write(look.by().fields()),
                look.consentId(),
                look.outcome(),
                look.at());
    }

    @Override
    public List<Look> of(BizId bizId, @Nullable OperatorTenureId tenure, @Nullable String before, int limit) {
        return database.query(
                "select look_id, biz_id, tenure_id, organisation, client, purpose, fields, consent_id, outcome, looked_at"
                        + " from look where biz_id = ? and look_id < ? and (? is null or tenure_id = ?)"
                        + " order by look_id desc limit ?",
                this::look,
                bizId,
                before == null ? NEWEST : before,
                tenure,
                tenure,
                limit);
    }

    private Look look(ResultSet row) throws SQLException {
        String consentId = row.getString("consent_id");
        return new Look(
                UUID.fromString(row.getString("look_id")),
                BizId.of(row.getString("biz_id")),
                OperatorTenureId.of(row.getString("tenure_id")),
                new Look.By(
                        AgencyCode.of(row.getString("organisation")),
                        row.getString("client"),
                        row.getString("purpose"),
                        json.texts(row.getString("fields"))),
                Database.moment(row, "looked_at"),
                Outcome.valueOf(row.getString("outcome")),
                consentId == null ? null : ConsentId.of(consentId));
    }
}
