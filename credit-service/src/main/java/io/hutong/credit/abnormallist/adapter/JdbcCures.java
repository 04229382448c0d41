package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.Cure;
import io.hutong.credit.abnormallist.Cure.How;
import io.hutong.credit.abnormallist.Cures;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcCures implements Cures {
    private static final LocalDate BEFORE_ALL = LocalDate.of(1000, 1, 1);

    private final Database database;

    JdbcCures(Database database) {
        this.database = database;
    }

    @Override
    public void note(Cure cure) {
        database.update(
                "insert into abnormal_cure(entry_id, how, cured_on, remove_by) values (?,?,?,?)"
                        + " on duplicate key update entry_id = values(entry_id)",
                cure.entryId(),
                cure.how(),
                cure.on(),
                cure.removeBy());
    }

    @Override
    public void forget(AbnormalEntryId entryId) {
        database.update("delete from abnormal_cure where entry_id = ?", entryId);
    }

    @Override
    public List<Cured> open(@Nullable Place after, int limit) {
        return database.query(
                "select c.entry_id, c.how, c.cured_on, c.remove_by, e.biz_id, e.ground, e.report_year, e.listed_on"
                        + " from abnormal_cure c join abnormal_entry e on e.entry_id = c.entry_id"
                        + " join business b on b.biz_id = e.biz_id where e.open_key is not null and b.status in "
                        + Statuses.LIVING
                        + " and (c.remove_by, c.entry_id) > (?,?) order by c.remove_by, c.entry_id limit ?",
                JdbcCures::cured,
                after == null ? BEFORE_ALL : after.removeBy(),
                after == null ? "" : after.entryId().value(),
                limit);
    }

    private static Cured cured(ResultSet row) throws SQLException {
        return new Cured(
                BizId.of(row.getString("biz_id")),
                AbnormalGround.valueOf(row.getString("ground")),
                row.getObject("report_year", Integer.class),
                row.getObject("listed_on", LocalDate.class),
                new Cure(
                        AbnormalEntryId.of(row.getString("entry_id")),
                        How.valueOf(row.getString("how")),
                        row.getObject("cured_on", LocalDate.class),
                        row.getObject("remove_by", LocalDate.class)));
    }
}
