package io.hutong.credit.agencyrecord.adapter;

import io.hutong.credit.agencyrecord.Permit;
import io.hutong.credit.agencyrecord.Permits;
import io.hutong.events.AgencyCode;
import io.hutong.events.ExchangeEvent.PermitEnded.Reason;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcPermits implements Permits {
    private static final String ALL =
            "select permit_type, permit_no, stated_by, valid_from, valid_to, ended_on, end_reason"
                    + " from permit where biz_id = ?";

    private final Database database;

    JdbcPermits(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Permit> find(BizId bizId, Permit.Key key) {
        return database.first(
                ALL + " and permit_type = ? and permit_no = ?",
                JdbcPermits::permit,
                bizId,
                key.permitType(),
                key.permitNo());
    }

    @Override
    public List<Permit> of(BizId bizId) {
        return database.query(ALL + " order by permit_type, permit_no", JdbcPermits::permit, bizId);
    }

    @Override
    public void put(BizId bizId, Permit permit, @Nullable LocalDate changesOn) {
        Permit.End end = permit.end();
        database.update(
                "insert into permit(biz_id, permit_type, permit_no, stated_by, valid_from, valid_to, ended_on, end_reason,"
                        + " changes_on) values (?,?,?,?,?,?,?,?,?) on duplicate key update valid_from = values(valid_from),"
                        + " valid_to = values(valid_to), ended_on = values(ended_on), end_reason = values(end_reason),"
                        + " changes_on = values(changes_on)",
                bizId,
                permit.key().permitType(),
                permit.key().permitNo(),
                permit.statedBy(),
                permit.validFrom(),
                permit.validTo(),
                end == null ? null : end.on(),
                end == null ? null : end.reason(),
                changesOn);
    }

    @Override
    public List<Id> turned(LocalDate today, @Nullable Id after, int limit) {
        return database.query(
                "select biz_id, permit_type, permit_no from permit where changes_on <= ?"
                        + " and (biz_id > ? or (biz_id = ? and (permit_type > ? or (permit_type = ? and permit_no > ?))))"
                        + " order by biz_id, permit_type, permit_no limit ?",
                row -> new Id(BizId.of(row.getString(1)), new Permit.Key(row.getString(2), row.getString(3))),
                today,
                after == null ? "" : after.bizId().value(),
                after == null ? "" : after.bizId().value(),
                after == null ? "" : after.key().permitType(),
                after == null ? "" : after.key().permitType(),
                after == null ? "" : after.key().permitNo(),
                limit);
    }

    @Override
    public Optional<LocalDate> turnedOn(Id id, LocalDate today) {
        return database.first(
                "select changes_on from permit where biz_id = ? and permit_type = ? and permit_no = ? and changes_on <= ?",
                row -> row.getObject(1, LocalDate.class),
                id.bizId(),
                id.key().permitType(),
                id.key().permitNo(),
                today);
    }

    private static Permit permit(ResultSet row) throws SQLException {
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        return new Permit(
                new Permit.Key(row.getString("permit_type"), row.getString("permit_no")),
                AgencyCode.of(row.getString("stated_by")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                endedOn == null ? null : new Permit.End(endedOn, Reason.valueOf(row.getString("end_reason"))));
    }
}
