package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.Penalty.Decision;
import io.hutong.credit.penalty.Penalty.End;
import io.hutong.credit.penalty.Penalty.Procedure;
import io.hutong.credit.penalty.Penalty.Publish;
import io.hutong.credit.penalty.Penalty.Sector;
import io.hutong.credit.penalty.Penalty.Shown;
import io.hutong.credit.penalty.Penalty.State;
import io.hutong.credit.penalty.Penalty.Weight;
import io.hutong.credit.penalty.ShownPenalties;
import io.hutong.events.AmountBand;
import io.hutong.events.Money;
import io.hutong.events.PenaltyKind;
import io.hutong.events.Severity;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.Database;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcPenalties implements Penalties {
    private static final String ALL =
            "select penalty_id, biz_id, decision_no, kind, amount_fen, by_procedure, repeated, sector, decided_on, violation,"
                    + " severity, amount_band, publish, shortest_months, longest_months, repairable, rule_set, state, shown_from,"
                    + " shown_to, shortest_ends_on, ended_on, ended_by from penalty where ";

    private final Database database;
    private final List<ShownPenalties> shown;

    JdbcPenalties(Database database, @All List<ShownPenalties> shown) {
        this.database = database;
        this.shown = shown;
    }

    @Override
    public List<Penalty> of(BizId bizId) {
        return database.query(ALL + "biz_id = ? order by penalty_id", JdbcPenalties::penalty, bizId);
    }

    @Override
    public Optional<Penalty> find(PenaltyId id) {
        return database.first(ALL + "penalty_id = ?", JdbcPenalties::penalty, id);
    }

    @Override
    public List<Penalty> toPublish(LocalDate today, @Nullable PenaltyId after, int limit) {
        return database.query(
                ALL + "state = ? and publish = ? and penalty_id > ? and not exists (select 1 from penalty wrong"
                        + " where wrong.biz_id = penalty.biz_id and wrong.decision_no = penalty.decision_no"
                        + " and wrong.state = ? and (date_add(wrong.shown_from, interval penalty.longest_months month) < ?"
                        + " or wrong.shown_to < date_add(wrong.shown_from, interval wrong.longest_months month)))"
                        + " order by penalty_id limit ?",
                JdbcPenalties::penalty,
                State.RECORDED,
                Publish.MUST,
                after == null ? "" : after.value(),
                State.PROVED_WRONG,
                today,
                limit);
    }

    @Override
    public List<PenaltyId> termOver(LocalDate before, @Nullable PenaltyId after, int limit) {
        return database.query(
                "select penalty_id from penalty where state = ? and shown_to < ? and penalty_id > ?"
                        + " order by penalty_id limit ?",
                row -> PenaltyId.of(row.getString(1)),
                State.PUBLISHED,
                before,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public void add(Penalty recorded) {
        Decision decision = recorded.decision();
        Weight weight = recorded.weight();
        database.update(
                "insert into penalty(penalty_id, biz_id, decision_no, kind, amount_fen, by_procedure, repeated,"
                        + " sector, decided_on, violation, severity, amount_band, publish, shortest_months, longest_months,"
                        + " repairable, rule_set, state) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                recorded.id(),
                recorded.bizId(),
                decision.number(),
                decision.kind(),
                decision.amount().fen(),
                decision.procedure(),
                decision.repeated(),
                decision.sector(),
                decision.on(),
                decision.violation(),
                weight.severity(),
                weight.band(),
                weight.publish(),
                weight.shortest(),
                weight.longest(),
                weight.repairable(),
                weight.ruleSet(),
                recorded.state());
    }

    @Override
    public void keepViolation(Penalty stated, LocalDate on, String by) {
        database.update(
                "insert into penalty_violation(penalty_id, former, violation, stated_on, stated_by)"
                        + " select penalty_id, violation, ?, ?, ? from penalty where penalty_id = ?",
                stated.decision().violation(),
                on,
                by,
                stated.id());
        database.update(
                "update penalty set violation = ? where penalty_id = ?",
                stated.decision().violation(),
                stated.id());
    }

    @Override
    public void change(Penalty before, Penalty now) {
        Shown days = now.shown();
        End end = now.end();
        database.update(
                "update penalty set state = ?, shown_from = ?, shown_to = ?, shortest_ends_on = ?, ended_on = ?,"
                        + " ended_by = ? where penalty_id = ?",
                now.state(),
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                days == null ? null : days.shortestEndsOn(),
                end == null ? null : end.on(),
                end == null ? null : end.by(),
                now.id());
        if (days != null) {
            shown.forEach(one -> one.changed(before, now));
        }
    }

    private static Penalty penalty(ResultSet row) throws SQLException {
        LocalDate shownFrom = row.getObject("shown_from", LocalDate.class);
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        return new Penalty(
                PenaltyId.of(row.getString("penalty_id")),
                BizId.of(row.getString("biz_id")),
                decision(row),
                weight(row),
                State.valueOf(row.getString("state")),
                shownFrom == null
                        ? null
                        : new Shown(
                                shownFrom,
                                row.getObject("shown_to", LocalDate.class),
                                row.getObject("shortest_ends_on", LocalDate.class)),
                endedOn == null ? null : new End(endedOn, row.getString("ended_by")));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("decision_no"),
                PenaltyKind.valueOf(row.getString("kind")),
                new Money(row.getLong("amount_fen")),
                Procedure.valueOf(row.getString("by_procedure")),
                row.getBoolean("repeated"),
                Sector.valueOf(row.getString("sector")),
                row.getObject("decided_on", LocalDate.class),
                row.getString("violation"));
    }

    private static Weight weight(ResultSet row) throws SQLException {
        return new Weight(
                Severity.valueOf(row.getString("severity")),
                AmountBand.valueOf(row.getString("amount_band")),
                Publish.valueOf(row.getString("publish")),
                row.getInt("shortest_months"),
                row.getInt("longest_months"),
                row.getBoolean("repairable"),
                row.getString("rule_set"));
    }
}
