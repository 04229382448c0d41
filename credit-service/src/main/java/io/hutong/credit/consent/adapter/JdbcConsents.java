package io.hutong.credit.consent.adapter;

import io.hutong.credit.consent.Consent;
import io.hutong.credit.consent.Consent.Status;
import io.hutong.credit.consent.Consent.Terms;
import io.hutong.credit.consent.Consents;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcConsents implements Consents {
    private static final String ALL = "select c.consent_id, c.biz_id, c.tenure_id, c.recipient, c.purpose, c.fields,"
            + " c.valid_from, c.valid_to, c.max_calls, c.evidence, c.status, c.calls, c.given_at, c.ended_at from consent c";

    private final Database database;
    private final JsonTexts json;

    JdbcConsents(Database database, JsonTexts json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<Consent> of(BizId bizId) {
        return database.query(ALL + " where c.biz_id = ? order by c.consent_id", this::consent, bizId);
    }

    @Override
    public Optional<Consent> find(ConsentId id) {
        return database.first(ALL + " where c.consent_id = ?", this::consent, id);
    }

    @Override
    public Optional<Consent> lock(ConsentId id) {
        return database.first(ALL + " where c.consent_id = ? for update", this::consent, id);
    }

    @Override
    public Optional<Consent> last(BizId bizId, AgencyCode recipient, String purpose) {
        return database.first(
                ALL + " where c.biz_id = ? and c.recipient = ? and c.purpose = ? order by c.consent_id desc limit 1",
                this::consent,
                bizId,
                recipient,
                purpose);
    }

    @Override
    public List<Consent> active(BizId bizId) {
        return database.query(
                ALL + " where c.biz_id = ? and c.active_key is not null order by c.consent_id", this::consent, bizId);
    }

    @Override
    public List<ConsentId> outlived(LocalDate today, @Nullable ConsentId after, int limit) {
        return database.query(
                "select c.consent_id from consent c join business b on b.biz_id = c.biz_id where c.status = 'ACTIVE'"
                        + " and (c.valid_to < ? or b.tenure_id <> c.tenure_id or exists (select 1 from consent n"
                        + " where n.biz_id = c.biz_id and n.consent_id > c.consent_id and n.status = 'ACTIVE'"
                        + " and n.recipient = c.recipient and n.purpose = c.purpose and n.valid_from <= ?))"
                        + " and c.consent_id > ?"
                        + " order by c.consent_id limit ?",
                row -> ConsentId.of(row.getString(1)),
                today,
                today,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public void add(Consent consent) {
        Terms terms = consent.terms();
        database.update(
                "insert into consent(consent_id, biz_id, tenure_id, recipient, purpose, fields, valid_from, valid_to,"
                        + " max_calls, evidence, status, calls, given_at, active_key) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                consent.id(),
                consent.bizId(),
                consent.tenureId(),
                terms.recipient(),
                terms.purpose(),
                json.write(terms.fields()),
                terms.from(),
                terms.to(),
                terms.maxCalls(),
                terms.evidence(),
                consent.status(),
                consent.calls(),
                consent.givenAt(),
                activeKey(consent));
    }

    @Override
    public void change(Consent consent) {
        database.update(
                "update consent set status = ?, calls = ?, ended_at = ?, active_key = ? where consent_id = ?",
                consent.status(),
                consent.calls(),
                consent.endedAt(),
                activeKey(consent),
                consent.id());
    }

    private static @Nullable String activeKey(Consent consent) {
        return consent.active()
                ? consent.bizId() + "/" + consent.terms().recipient() + "/"
                        + consent.terms().purpose() + "/" + consent.terms().from()
                : null;
    }

    private Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                ConsentId.of(row.getString("consent_id")),
                BizId.of(row.getString("biz_id")),
                OperatorTenureId.of(row.getString("tenure_id")),
                new Terms(
                        AgencyCode.of(row.getString("recipient")),
                        row.getString("purpose"),
                        json.texts(row.getString("fields")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getInt("max_calls"),
                        row.getString("evidence")),
                Status.valueOf(row.getString("status")),
                row.getInt("calls"),
                Database.moment(row, "given_at"),
                Database.momentOrNull(row, "ended_at"));
    }
}
