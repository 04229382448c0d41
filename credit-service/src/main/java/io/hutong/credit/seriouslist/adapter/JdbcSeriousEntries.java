package io.hutong.credit.seriouslist.adapter;

import io.hutong.credit.seriouslist.SeriousConsequences;
import io.hutong.credit.seriouslist.SeriousEntries;
import io.hutong.credit.seriouslist.SeriousEntry;
import io.hutong.credit.seriouslist.SeriousEntry.Listing;
import io.hutong.credit.seriouslist.SeriousEntry.Mode;
import io.hutong.credit.seriouslist.SeriousEntry.Removal;
import io.hutong.credit.seriouslist.SeriousEntry.Terms;
import io.hutong.events.SeriousGround;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
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
class JdbcSeriousEntries implements SeriousEntries {
    private static final String ALL =
            "select entry_id, biz_id, ground, penalty_id, decision_no, consent_no, listed_on, shown_from, listed_by,"
                    + " shortest_ends_on, leaves_on, removal_mode, removed_on, removed_by from serious_entry where ";

    private final Database database;
    private final List<SeriousConsequences> consequences;

    JdbcSeriousEntries(Database database, @All List<SeriousConsequences> consequences) {
        this.database = database;
        this.consequences = consequences;
    }

    @Override
    public List<SeriousEntry> of(BizId bizId) {
        return database.query(ALL + "biz_id = ? order by entry_id", JdbcSeriousEntries::entry, bizId);
    }

    @Override
    public Optional<SeriousEntry> find(SeriousEntryId id) {
        return database.first(ALL + "entry_id = ?", JdbcSeriousEntries::entry, id);
    }

    @Override
    public List<SeriousEntryId> leaving(LocalDate today, @Nullable SeriousEntryId after, int limit) {
        return database.query(
                "select entry_id from serious_entry where removal_mode is null and leaves_on <= ? and entry_id > ?"
                        + " order by entry_id limit ?",
                row -> SeriousEntryId.of(row.getString(1)),
                today,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public void add(SeriousEntry listed) {
        Listing listing = listed.listing();
        database.update(
                "insert into serious_entry(entry_id, biz_id, ground, penalty_id, decision_no, consent_no, listed_on,"
                        + " shown_from, listed_by, shortest_ends_on, leaves_on) values (?,?,?,?,?,?,?,?,?,?,?)",
                listed.id(),
                listed.bizId(),
                listing.ground(),
                listing.penaltyId(),
                listing.decisionNo(),
                listing.consentNo(),
                listing.on(),
                listing.shownFrom(),
                listing.by(),
                listed.terms().shortestEndsOn(),
                listed.terms().leavesOn());
        consequences.forEach(one -> one.listed(listed));
    }

    @Override
    public void remove(SeriousEntry removed) {
        Removal removal = Objects.requireNonNull(removed.removal());
        int rows = database.update(
                "update serious_entry set removal_mode = ?, removed_on = ?, removed_by = ?"
                        + " where entry_id = ? and removal_mode is null",
                removal.mode(),
                removal.on(),
                removal.by(),
                removed.id());
        if (rows != 1) {
            throw new IllegalStateException("the entry is not open");
        }
        consequences.forEach(one -> one.removed(removed));
    }

    private static SeriousEntry entry(ResultSet row) throws SQLException {
        String mode = row.getString("removal_mode");
        return new SeriousEntry(
                SeriousEntryId.of(row.getString("entry_id")),
                BizId.of(row.getString("biz_id")),
                new Listing(
                        SeriousGround.valueOf(row.getString("ground")),
                        PenaltyId.of(row.getString("penalty_id")),
                        row.getString("decision_no"),
                        row.getString("consent_no"),
                        row.getObject("listed_on", LocalDate.class),
                        row.getObject("shown_from", LocalDate.class),
                        row.getString("listed_by")),
                new Terms(
                        row.getObject("shortest_ends_on", LocalDate.class),
                        row.getObject("leaves_on", LocalDate.class)),
                mode == null
                        ? null
                        : new Removal(
                                Mode.valueOf(mode),
                                row.getObject("removed_on", LocalDate.class),
                                row.getString("removed_by")));
    }
}
