package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.AbnormalEntry.Removal;
import io.hutong.credit.abnormallist.AbnormalEntry.Shown;
import io.hutong.credit.abnormallist.ListConsequences;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcAbnormalEntries implements AbnormalEntries {
    private static final String ALL = "select entry_id, biz_id, ground, report_year, proof_on, decision_no, listed_on,"
            + " listed_by, publish_from, publish_to, removal_mode, removal_no, removed_on, removed_by from abnormal_entry";

    private final Database database;
    private final List<ListConsequences> consequences;

    JdbcAbnormalEntries(Database database, @All List<ListConsequences> consequences) {
        this.database = database;
        this.consequences = consequences;
    }

    @Override
    public List<AbnormalEntry> of(BizId bizId) {
        return database.query(ALL + " where biz_id = ? order by entry_id", JdbcAbnormalEntries::entry, bizId);
    }

    @Override
    public Optional<AbnormalEntry> find(AbnormalEntryId id) {
        return database.first(ALL + " where entry_id = ?", JdbcAbnormalEntries::entry, id);
    }

    @Override
    public List<AbnormalEntry> open(@Nullable AbnormalEntryId after, int limit) {
        return database.query(
                ALL + " where open_key is not null and entry_id > ? and biz_id in (select biz_id from business"
                        + " where status not in " + Statuses.ENDED + ") order by entry_id limit ?",
                JdbcAbnormalEntries::entry,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public void add(List<AbnormalEntry> entries) {
        insert(entries);
        consequences.forEach(one -> one.listed(entries));
    }

    @Override
    public void addUnseen(AbnormalEntry entry, LocalDate endedOn) {
        insert(List.of(entry));
        endPublication(entry.id(), endedOn);
    }

    private void insert(List<AbnormalEntry> entries) {
        database.batch(
                "insert into abnormal_entry(entry_id, biz_id, ground, report_year, proof_on, decision_no, listed_on,"
                        + " listed_by, publish_from, publish_to, open_key) values (?,?,?,?,?,?,?,?,?,?,?)",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.id(),
                            entry.bizId(),
                            entry.cause().ground(),
                            entry.cause().reportYear(),
                            entry.cause().provenOn(),
                            entry.listing().number(),
                            entry.listing().on(),
                            entry.listing().by(),
                            entry.shown().from(),
                            entry.shown().to(),
                            openKey(entry)
                        })
                        .toList());
    }

    @Override
    public void remove(AbnormalEntry removed) {
        Removal removal = Objects.requireNonNull(removed.removal());
        boolean shown = endPublication(removed.id(), removal.decision().on());
        int rows = database.update(
                "update abnormal_entry set removal_mode = ?, removal_no = ?, removed_on = ?, removed_by = ?,"
                        + " open_key = null where entry_id = ? and removal_mode is null",
                removal.mode(),
                removal.decision().number(),
                removal.decision().on(),
                removal.decision().by(),
                removed.id());
        if (rows != 1) {
            throw new IllegalStateException("the entry is not open");
        }
        if (shown) {
            consequences.forEach(one -> one.removed(removed));
        } else {
            consequences.forEach(one -> one.removedUnseen(removed));
        }
    }

    @Override
    public List<AbnormalEntryId> shownTooLong(LocalDate today, @Nullable AbnormalEntryId after, int limit) {
        return database.query(
                "select entry_id from abnormal_entry where publication_ended_on is null and publish_to < ?"
                        + " and open_key is not null and entry_id > ? order by entry_id limit ?",
                row -> AbnormalEntryId.of(row.getString(1)),
                today,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public boolean shownNoLonger(AbnormalEntry entry, LocalDate endedOn) {
        boolean shown = endPublication(entry.id(), endedOn);
        if (shown) {
            consequences.forEach(one -> one.shownNoLonger(entry));
        }
        return shown;
    }

    /** Whether it was shown until then. */
    private boolean endPublication(AbnormalEntryId id, LocalDate endedOn) {
        return database.update(
                        "update abnormal_entry set publication_ended_on = ? where entry_id = ? and open_key is not null"
                                + " and publication_ended_on is null",
                        endedOn,
                        id)
                == 1;
    }

    private static String openKey(AbnormalEntry entry) {
        Integer year = entry.cause().reportYear();
        return entry.bizId() + "/" + entry.cause().ground() + "/" + (year == null ? "" : year);
    }

    private static AbnormalEntry entry(ResultSet row) throws SQLException {
        String mode = row.getString("removal_mode");
        return new AbnormalEntry(
                AbnormalEntryId.of(row.getString("entry_id")),
                BizId.of(row.getString("biz_id")),
                new Cause(
                        AbnormalGround.valueOf(row.getString("ground")),
                        row.getObject("report_year", Integer.class),
                        row.getObject("proof_on", LocalDate.class)),
                new Decision(
                        row.getString("decision_no"),
                        row.getObject("listed_on", LocalDate.class),
                        row.getString("listed_by")),
                new Shown(row.getObject("publish_from", LocalDate.class), row.getObject("publish_to", LocalDate.class)),
                mode == null
                        ? null
                        : new Removal(
                                Mode.valueOf(mode),
                                new Decision(
                                        row.getString("removal_no"),
                                        row.getObject("removed_on", LocalDate.class),
                                        row.getString("removed_by"))));
    }
}
