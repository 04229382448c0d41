package io.hutong.credit.agencyrecord.adapter;

import io.hutong.credit.agencyrecord.AnnouncedArrears;
import io.hutong.credit.agencyrecord.Arrears;
import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JdbcAnnouncedArrears implements AnnouncedArrears {
    private static final String ALL = "select announcement_id, biz_id, tenure_id, tax_kind, amount_fen, owed_from,"
            + " announced_on, notice_no, ended_on, end_reason from announced_arrears where ";

    private final Database database;

    JdbcAnnouncedArrears(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Arrears> find(ArrearsAnnouncementId id) {
        return database.first(ALL + "announcement_id = ?", JdbcAnnouncedArrears::arrears, id);
    }

    @Override
    public List<Arrears> standing(BizId bizId) {
        return database.query(
                ALL + "biz_id = ? and ended_on is null order by announced_on, announcement_id",
                JdbcAnnouncedArrears::arrears,
                bizId);
    }

    @Override
    public void put(Arrears arrears) {
        Arrears.Announced announced = arrears.announced();
        Arrears.End end = arrears.end();
        database.update(
                "insert into announced_arrears(announcement_id, biz_id, tenure_id, tax_kind, amount_fen, owed_from,"
                        + " announced_on, notice_no, ended_on, end_reason) values (?,?,?,?,?,?,?,?,?,?)"
                        + " on duplicate key update ended_on = values(ended_on), end_reason = values(end_reason)",
                arrears.id(),
                arrears.bizId(),
                arrears.tenureId(),
                announced.kind(),
                announced.amount().fen(),
                announced.owedFrom(),
                announced.on(),
                announced.noticeNo(),
                end == null ? null : end.on(),
                end == null ? null : end.reason());
    }

    private static Arrears arrears(ResultSet row) throws SQLException {
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        String reason = row.getString("end_reason");
        return new Arrears(
                ArrearsAnnouncementId.of(row.getString("announcement_id")),
                BizId.of(row.getString("biz_id")),
                OperatorTenureId.of(row.getString("tenure_id")),
                new Arrears.Announced(
                        TaxKind.valueOf(row.getString("tax_kind")),
                        new Money(row.getLong("amount_fen")),
                        row.getObject("owed_from", LocalDate.class),
                        row.getObject("announced_on", LocalDate.class),
                        row.getString("notice_no")),
                endedOn == null ? null : new Arrears.End(endedOn, reason == null ? null : Reason.valueOf(reason)));
    }
}
