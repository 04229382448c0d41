package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.FalseDataReport;
import io.hutong.credit.reportcheck.FalseDataReport.Finding;
import io.hutong.credit.reportcheck.FalseDataReport.Outcome;
import io.hutong.credit.reportcheck.FalseDataReports;
import io.hutong.identity.BizId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcFalseDataReports implements FalseDataReports {
    private static final String CLAIM = "false_data_report.claim";
    private static final String ALL = "select report_id, biz_id, report_year, claim, received_on, check_by, outcome,"
            + " decided_on, decided_by from false_data_report where ";

    private final Database database;
    private final ColumnCipher cipher;

    JdbcFalseDataReports(Database database, ColumnCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void add(FalseDataReport report) {
        database.update(
                "insert into false_data_report(report_id, biz_id, report_year, claim, received_on, check_by)"
                        + " values (?,?,?,?,?,?)",
                report.id().toString(),
                report.bizId(),
                report.reportYear(),
                cipher.encrypt(report.claim(), CLAIM),
                report.receivedOn(),
                report.checkBy());
    }

    @Override
    public Optional<FalseDataReport> lock(UUID id) {
        return database.first(ALL + "report_id = ? for update", this::report, id.toString());
    }

    @Override
    public void found(FalseDataReport report) {
        Finding finding = Objects.requireNonNull(report.finding());
        database.update(
                "update false_data_report set outcome = ?, decided_on = ?, decided_by = ? where report_id = ?",
                finding.outcome(),
                finding.on(),
                finding.by(),
                report.id().toString());
    }

    @Override
    public List<FalseDataReport> open(@Nullable LocalDate dueBefore, @Nullable UUID after, int limit) {
        return database.query(
                ALL + "outcome is null and (? is null or check_by < ?) and report_id > ? order by report_id limit ?",
                this::report,
                dueBefore,
                dueBefore,
                after == null ? "" : after.toString(),
                limit);
    }

    private FalseDataReport report(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new FalseDataReport(
                UUID.fromString(row.getString("report_id")),
                BizId.of(row.getString("biz_id")),
                row.getInt("report_year"),
                cipher.decrypt(row.getBytes("claim"), CLAIM),
                row.getObject("received_on", LocalDate.class),
                row.getObject("check_by", LocalDate.class),
                outcome == null
                        ? null
                        : new Finding(
                                Outcome.valueOf(outcome),
                                row.getObject("decided_on", LocalDate.class),
                                row.getString("decided_by")));
    }
}
