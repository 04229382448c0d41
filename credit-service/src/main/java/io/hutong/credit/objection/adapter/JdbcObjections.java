package io.hutong.credit.objection.adapter;

import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.Push;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.objection.Objection;
import io.hutong.credit.objection.Objection.Last;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.objection.Objections;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.RepairTargetId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcObjections implements Objections {
    private static final String STATEMENT = "objection.statement";
    private static final String ANSWER = "objection.answer";
    private static final String ALL =
            "select objection_id, biz_id, target, target_id, tenure_id, channel, statement, filed_on, filed_by, state,"
                    + " step_on, step_by, answer, due_on, former_operator, case_no, case_on, case_version from objection"
                    + " where ";

    private final Database database;
    private final ColumnCipher cipher;

    JdbcObjections(Database database, ColumnCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public List<Objection> of(BizId bizId) {
        return database.query(ALL + "biz_id = ? order by objection_id", this::objection, bizId);
    }

    @Override
    public Optional<Objection> find(ObjectionId id) {
        return database.first(ALL + "objection_id = ?", this::objection, id);
    }

    @Override
    public Optional<Objection> openAgainst(RepairTargetId target) {
        return database.first(ALL + "open_target = ?", this::objection, target);
    }

    @Override
    public List<Objection> open(@Nullable LocalDate dueBefore, @Nullable ObjectionId after, int limit) {
        return database.query(
                ALL + "open_target is not null and objection_id > ? and due_on < ? order by objection_id limit ?",
                this::objection,
                after == null ? "" : after.value(),
                dueBefore == null ? LocalDate.of(9999, 1, 1) : dueBefore,
                limit);
    }

    @Override
    public void add(Objection filed) {
        Filing<String> filing = filed.filing();
        PlatformCase pushed = filing.pushed();
        database.update(
                "insert into objection(objection_id, biz_id, target, target_id, open_target, tenure_id, channel, statement,"
                        + " filed_on, filed_by, state, step_on, step_by, answer, due_on, case_no, case_on)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                filed.id(),
                filed.bizId(),
                filed.subject().target(),
                filed.subject().id(),
                filed.subject().id(),
                filing.tenureId(),
                filing.channel(),
                cipher.encrypt(filing.said(), STATEMENT),
                filing.on(),
                filing.by(),
                filed.state(),
                filed.last().on(),
                filed.last().by(),
                null,
                filed.dueOn(),
                pushed == null ? null : pushed.number(),
                pushed == null ? null : pushed.receivedOn());
        if (pushed != null) {
            add(filed, new Push<>(pushed, filing.said(), filing.on(), filing.by()));
        }
    }

    private void add(Objection filed, Push<String> push) {
        database.update(
                "insert into objection_push(objection_id, version, case_no, case_on, statement, pushed_on, pushed_by)"
                        + " values (?,?,?,?,?,?,?)",
                filed.id(),
                push.pushed().version(),
                push.pushed().number(),
                push.pushed().receivedOn(),
                cipher.encrypt(push.said(), STATEMENT),
                push.on(),
                push.by());
    }

    @Override
    public List<Push<String>> pushes(Objection filed) {
        return database.query(
                "select version, case_no, case_on, statement, pushed_on, pushed_by from objection_push"
                        + " where objection_id = ? order by version",
                row -> new Push<>(
                        new PlatformCase(
                                row.getString("case_no"),
                                row.getObject("case_on", LocalDate.class),
                                row.getInt("version")),
                        cipher.decrypt(row.getBytes("statement"), STATEMENT),
                        row.getObject("pushed_on", LocalDate.class),
                        row.getString("pushed_by")),
                filed.id());
    }

    @Override
    public void correct(Objection corrected, Push<String> push) {
        add(corrected, push);
        database.update(
                "update objection set statement = ?, case_on = ?, case_version = ? where objection_id = ?",
                cipher.encrypt(push.said(), STATEMENT),
                push.pushed().receivedOn(),
                push.pushed().version(),
                corrected.id());
    }

    @Override
    public void change(Objection stepped, Objection.Step step) {
        note(stepped, step);
    }

    @Override
    public void close(Objection closed) {
        note(closed, closed.state());
    }

    @Override
    public Optional<Objection> pushed(String caseNo) {
        return database.first(ALL + "case_no = ?", this::objection, caseNo);
    }

    @Override
    public void markFormerOperators(BizId bizId, OperatorTenureId present) {
        database.update("update objection set former_operator = (tenure_id <> ?) where biz_id = ?", present, bizId);
    }

    private void note(Objection stepped, Enum<?> step) {
        Last last = stepped.last();
        byte[] answer = last.answer() == null ? null : cipher.encrypt(last.answer(), ANSWER);
        database.update(
                "insert into objection_step(objection_id, step, due_on, step_on, step_by) select objection_id, ?,"
                        + " due_on, ?, ? from objection where objection_id = ?",
                step,
                last.on(),
                last.by(),
                stepped.id());
        database.update(
                "update objection set open_target = ?, state = ?, step_on = ?, step_by = ?, answer = ?, due_on = ?"
                        + " where objection_id = ?",
                stepped.open() ? stepped.subject().id() : null,
                stepped.state(),
                last.on(),
                last.by(),
                answer,
                stepped.dueOn(),
                stepped.id());
    }

    private Objection objection(ResultSet row) throws SQLException {
        byte[] answer = row.getBytes("answer");
        String caseNo = row.getString("case_no");
        return new Objection(
                ObjectionId.of(row.getString("objection_id")),
                BizId.of(row.getString("biz_id")),
                new Subject(
                        RepairTarget.valueOf(row.getString("target")), RepairTargetId.of(row.getString("target_id"))),
                new Filing<>(
                        OperatorTenureId.of(row.getString("tenure_id")),
                        FilingChannel.valueOf(row.getString("channel")),
                        cipher.decrypt(row.getBytes("statement"), STATEMENT),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("filed_by"),
                        caseNo == null
                                ? null
                                : new PlatformCase(
                                        caseNo, row.getObject("case_on", LocalDate.class), row.getInt("case_version"))),
                State.valueOf(row.getString("state")),
                new Last(
                        row.getObject("step_on", LocalDate.class),
                        row.getString("step_by"),
                        answer == null ? null : cipher.decrypt(answer, ANSWER)),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("former_operator"));
    }
}
