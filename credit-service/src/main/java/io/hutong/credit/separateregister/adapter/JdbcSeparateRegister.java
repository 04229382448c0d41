package io.hutong.credit.separateregister.adapter;

import io.hutong.credit.separateregister.SeparateRegister;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.events.BusinessStatus;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcSeparateRegister implements SeparateRegister {
    private final Database database;

    JdbcSeparateRegister(Database database) {
        this.database = database;
    }

    @Override
    public List<AbnormalEntryId> unstated(LocalDate listedBefore, @Nullable AbnormalEntryId after, int limit) {
        return database.query(
                "select e.entry_id from abnormal_entry e join business b on b.biz_id = e.biz_id"
                        + " where e.open_key is not null and e.listed_on < ? and b.status not in " + Statuses.ENDED
                        + " and not exists (select 1 from separate_register_due d where d.entry_id = e.entry_id)"
                        + " and e.entry_id > ? order by e.entry_id limit ?",
                row -> AbnormalEntryId.of(row.getString(1)),
                listedBefore,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public boolean stated(AbnormalEntryId id) {
        return database.first("select 1 from separate_register_due where entry_id = ?", row -> row.getInt(1), id)
                .isPresent();
    }

    @Override
    public void note(AbnormalEntryId id, LocalDate dueOn) {
        database.update("insert into separate_register_due(entry_id, due_on) values (?,?)", id, dueOn);
    }

    @Override
    public List<Due> due(@Nullable AbnormalEntryId after, int limit) {
        return database.query(
                "select e.entry_id, e.biz_id, e.listed_on, d.due_on, b.status from separate_register_due d"
                        + " join abnormal_entry e on e.entry_id = d.entry_id join business b on b.biz_id = e.biz_id"
                        + " where e.open_key is not null"
                        + " and d.entry_id > ? order by d.entry_id limit ?",
                row -> new Due(
                        AbnormalEntryId.of(row.getString(1)),
                        BizId.of(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5).equals(BusinessStatus.SEPARATE_REGISTER.name())),
                after == null ? "" : after.value(),
                limit);
    }
}
