package io.hutong.credit.repair.adapter;

import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.Push;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.repair.Acknowledgement;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.credit.repair.Repairs;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcRepairs implements Repairs {
    private static final String ALL =
            "select repair_id, biz_id, target, target_id, tenure_id, channel, fulfilled, corrected, promised,"
                    + " requested_on, requested_by, state, step_on, step_by, due_on, extended, barred_until,"
                    + " finished_at, grounds, reason, case_no, case_on, case_version from repair where ";
    private static final String REASON = "repair.reason";

    private final Database database;
    private final ColumnCipher cipher;

    JdbcRepairs(Database database, ColumnCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public List<RepairCase> of(BizId bizId) {
        return database.query(ALL + "biz_id = ? order by repair_id", this::repair, bizId);
    }

    @Override
    public Optional<RepairCase> find(RepairId id) {
        return database.first(ALL + "repair_id = ?", this::repair, id);
    }

    @Override
    public Optional<RepairCase> openFor(RepairTargetId target) {
        return database.first(ALL + "open_target = ?", this::repair, target);
    }

    @Override
    public Optional<RepairCase> pushed(String caseNo) {
        return database.first(ALL + "case_no = ?", this::repair, caseNo);
    }

    @Override
    public List<RepairCase> due(@Nullable LocalDate before, @Nullable RepairId after, int limit) {
        return database.query(
                ALL + "due_on < ? and repair_id > ? order by repair_id limit ?",
                this::repair,
                before == null ? LocalDate.of(9999, 1, 1) : before,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public List<RepairId> unfinished(@Nullable RepairId after, int limit) {
        return database.query(
                "select repair_id from repair where state = ? and finished_at is null and repair_id > ?"
                        + " and (look_at is null or look_at <= utc_timestamp(6))"
                        + " union select r.repair_id from repair_finished_without w join repair r on r.repair_id = w.repair_id"
                        + " where r.state = ? and w.repair_id > ? and (r.look_at is null or r.look_at <= utc_timestamp(6))"
                        + " and not exists (select 1 from repair_applied a where a.repair_id = w.repair_id"
                        + " and a.channel = w.channel) order by repair_id limit ?",
                row -> RepairId.of(row.getString(1)),
                State.GRANTED,
                after == null ? "" : after.value(),
                State.GRANTED,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public Optional<LocalDate> barredUntil(BizId bizId) {
        return database.first(
                "select barred_until from repair where biz_id = ? and barred_until is not null"
                        + " order by barred_until desc limit 1",
                row -> row.getObject(1, LocalDate.class),
                bizId);
    }

    @Override
    public void add(RepairCase requested) {
        Filing<Said> filing = requested.filing();
        Progress progress = requested.progress();
        PlatformCase pushed = filing.pushed();
        database.update(
                "insert into repair(repair_id, biz_id, target, target_id, open_target, tenure_id, channel, fulfilled,"
                        + " corrected, promised, requested_on, requested_by, state, step_on, step_by, due_on, grounds,"
                        + " case_no, case_on) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                requested.id(),
                requested.bizId(),
                requested.subject().target(),
                requested.subject().id(),
                requested.subject().id(),
                filing.tenureId(),
                filing.channel(),
                filing.said().fulfilled(),
                filing.said().corrected(),
                filing.said().promised(),
                filing.on(),
                filing.by(),
                progress.state(),
                progress.on(),
                progress.by(),
                progress.dueOn(),
                requested.grounds(),
                pushed == null ? null : pushed.number(),
                pushed == null ? null : pushed.receivedOn());
        if (pushed != null) {
            add(requested, new Push<>(pushed, filing.said(), filing.on(), filing.by()));
        }
    }

    private void add(RepairCase filed, Push<Said> push) {
        database.update(
                "insert into repair_push(repair_id, version, case_no, case_on, fulfilled, corrected, promised, pushed_on,"
                        + " pushed_by) values (?,?,?,?,?,?,?,?,?)",
                filed.id(),
                push.pushed().version(),
                push.pushed().number(),
                push.pushed().receivedOn(),
                push.said().fulfilled(),
                push.said().corrected(),
                push.said().promised(),
                push.on(),
                push.by());
    }

    @Override
    public List<Push<Said>> pushes(RepairCase filed) {
        return database.query(
                "select version, case_no, case_on, fulfilled, corrected, promised, pushed_on, pushed_by from repair_push"
                        + " where repair_id = ? order by version",
                row -> new Push<>(
                        new PlatformCase(
                                row.getString("case_no"),
                                row.getObject("case_on", LocalDate.class),
                                row.getInt("version")),
                        said(row),
                        row.getObject("pushed_on", LocalDate.class),
                        row.getString("pushed_by")),
                filed.id());
    }

    @Override
    public void correct(RepairCase corrected, Push<Said> push) {
        add(corrected, push);
        database.update(
                "update repair set fulfilled = ?, corrected = ?, promised = ?, case_on = ?, case_version = ?, grounds = ?"
                        + " where repair_id = ?",
                push.said().fulfilled(),
                push.said().corrected(),
                push.said().promised(),
                push.pushed().receivedOn(),
                push.pushed().version(),
                corrected.grounds(),
                corrected.id());
    }

    @Override
    public void step(RepairCase stepped, RepairCase.Step step) {
        note(stepped, step);
    }

    @Override
    public void close(RepairCase closed) {
        note(closed, closed.progress().state());
    }

    private void note(RepairCase stepped, Enum<?> step) {
        Progress progress = stepped.progress();
        String reason = progress.reason();
        database.update(
                "insert into repair_step(repair_id, step, due_on, step_on, step_by) select repair_id, ?, due_on, ?, ?"
                        + " from repair where repair_id = ?",
                step,
                progress.on(),
                progress.by(),
                stepped.id());
        database.update(
                "update repair set open_target = ?, state = ?, step_on = ?, step_by = ?, due_on = ?, extended = ?,"
                        + " barred_until = ?, grounds = ?, reason = ? where repair_id = ?",
                stepped.open() ? stepped.subject().id() : null,
                progress.state(),
                progress.on(),
                progress.by(),
                progress.dueOn(),
                progress.extended(),
                progress.barredUntil(),
                stepped.grounds(),
                reason == null ? null : cipher.encrypt(reason, REASON),
                stepped.id());
    }

    @Override
    public void finish(RepairCase finished, Collection<String> without) {
        database.update(
                "update repair set due_on = null, finished_at = ? where repair_id = ?",
                finished.progress().finishedAt(),
                finished.id());
        without.forEach(channel -> database.update(
                "insert into repair_finished_without(repair_id, channel) values (?,?)", finished.id(), channel));
    }

    @Override
    public Set<String> finishedWithout(RepairId id) {
        return Set.copyOf(database.query(
                "select channel from repair_finished_without where repair_id = ?", row -> row.getString(1), id));
    }

    @Override
    public void lookLater(RepairId id, Duration pause) {
        database.update(
                "update repair set look_at = timestampadd(second, ?, utc_timestamp(6)) where repair_id = ?",
                pause.toSeconds(),
                id);
    }

    @Override
    public Set<String> applied(RepairId id) {
        return Set.copyOf(
                database.query("select channel from repair_applied where repair_id = ?", row -> row.getString(1), id));
    }

    @Override
    public void applied(RepairId id, Acknowledgement by) {
        database.update(
                "insert into repair_applied(repair_id, channel, applied_at) values (?,?,?)",
                id,
                by.channel(),
                by.acknowledgedAt());
    }

    private RepairCase repair(ResultSet row) throws SQLException {
        byte[] reason = row.getBytes("reason");
        String caseNo = row.getString("case_no");
        return new RepairCase(
                RepairId.of(row.getString("repair_id")),
                BizId.of(row.getString("biz_id")),
                new Subject(
                        RepairTarget.valueOf(row.getString("target")), RepairTargetId.of(row.getString("target_id"))),
                new Filing<>(
                        OperatorTenureId.of(row.getString("tenure_id")),
                        FilingChannel.valueOf(row.getString("channel")),
                        said(row),
                        row.getObject("requested_on", LocalDate.class),
                        row.getString("requested_by"),
                        caseNo == null
                                ? null
                                : new PlatformCase(
                                        caseNo, row.getObject("case_on", LocalDate.class), row.getInt("case_version"))),
                new Progress(
                        State.valueOf(row.getString("state")),
                        row.getObject("step_on", LocalDate.class),
                        row.getString("step_by"),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("extended"),
                        row.getObject("barred_until", LocalDate.class),
                        Database.momentOrNull(row, "finished_at"),
                        reason == null ? null : cipher.decrypt(reason, REASON)),
                row.getString("grounds"));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(row.getBoolean("fulfilled"), row.getBoolean("corrected"), row.getBoolean("promised"));
    }
}
