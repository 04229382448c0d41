package io.hutong.credit.repair.adapter;

import io.hutong.credit.repair.Removals;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcRemovals implements Removals {
    private final Database database;

    JdbcRemovals(Database database) {
        this.database = database;
    }

    /** From what waits, which is little and has indexes of its own, and not from all that was ever removed. */
    @Override
    public List<AbnormalEntryId> unacknowledged(Awaited by, @Nullable AbnormalEntryId after, int limit) {
        List<String> waiting = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (!by.platforms().isEmpty()) {
            String shown = "acknowledged_version is not null";
            waiting.add("select subject_id from publication where platform in ("
                    + Sql.marks(by.platforms().size())
                    + ") and waiting is not null and not shown and kind = 'ABNORMAL_ENTRY' and "
                    + (by.connected().isEmpty()
                            ? shown
                            : "(" + shown + " or platform in ("
                                    + Sql.marks(by.connected().size()) + "))"));
            add(values, by.platforms());
            add(values, by.connected());
        }
        if (!by.institutions().isEmpty()) {
            waiting.add("select f.subject_id from feed_entry f join subscription s on s.organisation = f.organisation"
                    + " and s.biz_id = f.biz_id where f.organisation in ("
                    + Sql.marks(by.institutions().size())
                    + ") and f.acknowledged_at is null and f.kind = 'ABNORMAL_REMOVED'");
            add(values, by.institutions());
        }
        if (waiting.isEmpty()) {
            return List.of();
        }
        values.add(after == null ? "" : after.value());
        values.add(limit);
        return database.query(
                "select e.entry_id from (" + String.join(" union ", waiting)
                        + ") w join abnormal_entry e on e.entry_id = w.subject_id"
                        + " where e.removal_mode is not null and e.entry_id > ? order by e.entry_id limit ?",
                row -> AbnormalEntryId.of(row.getString(1)),
                values.toArray());
    }

    private static void add(List<@Nullable Object> values, List<?> some) {
        if (!some.isEmpty()) {
            values.addAll(Arrays.asList(Database.padded(some)));
        }
    }
}
