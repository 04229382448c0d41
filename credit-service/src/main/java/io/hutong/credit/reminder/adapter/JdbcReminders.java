package io.hutong.credit.reminder.adapter;

import io.hutong.credit.reminder.Reminders;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcReminders implements Reminders {
    private static final String WAITING =
            "select b.biz_id from business b where b.established_on < ? and not b.doubtful"
                    + " and b.status in " + Statuses.LIVING
                    + " and not exists (select 1 from annual_report r where r.biz_id = b.biz_id and r.report_year = ?)"
                    + " and not exists (select 1 from reminder m where m.biz_id = b.biz_id and m.report_year = ? and m.stage >= ?)";

    private final Database database;

    JdbcReminders(Database database) {
        this.database = database;
    }

    @Override
    public List<BizId> waiting(int reportYear, int stage, @Nullable BizId after, int most) {
        return database.query(
                WAITING + " and b.biz_id > ? order by b.biz_id limit ?",
                row -> BizId.of(row.getString(1)),
                LocalDate.of(reportYear + 1, 1, 1),
                reportYear,
                reportYear,
                stage,
                after == null ? "" : after.value(),
                most);
    }

    @Override
    public boolean waits(BizId bizId, int reportYear, int stage) {
        return database.first(
                        WAITING + " and b.biz_id = ?",
                        row -> row.getString(1),
                        LocalDate.of(reportYear + 1, 1, 1),
                        reportYear,
                        reportYear,
                        stage,
                        bizId)
                .isPresent();
    }

    @Override
    public void add(BizId bizId, int reportYear, int stage, LocalDate on, Instant at) {
        database.update(
                "insert into reminder(biz_id, report_year, stage, reminded_on, reminded_at) values (?,?,?,?,?)",
                bizId,
                reportYear,
                stage,
                on,
                at);
    }

    @Override
    public Map<Integer, Integer> counts(int reportYear) {
        return database
                .query(
                        "select stage, count(*) from reminder where report_year = ? group by stage",
                        row -> Map.entry(row.getInt(1), row.getInt(2)),
                        reportYear)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
