package io.hutong.credit.annualreport.adapter;

import io.hutong.credit.annualreport.AnnualReport;
import io.hutong.credit.annualreport.AnnualReport.Filing;
import io.hutong.credit.annualreport.AnnualReports;
import io.hutong.credit.annualreport.FiledReports;
import io.hutong.credit.shared.storage.JsonTexts;
import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ReportId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.Database;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class JdbcAnnualReports implements AnnualReports {
    private static final String CONTENT = "annual_report.content";
    private static final String ALL = "select biz_id, report_year, report_id, revision, tenure_id, late, channel,"
            + " published, content, filed_at, filed_by, received_on from annual_report where biz_id = ?";

    private final Database database;
    private final ColumnCipher cipher;
    private final JsonTexts json;
    private final List<FiledReports> filed;

    JdbcAnnualReports(Database database, ColumnCipher cipher, JsonTexts json, @All List<FiledReports> filed) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
        this.filed = filed;
    }

    @Override
    public List<AnnualReport> of(BizId bizId) {
        return database.query(ALL + " order by report_year", this::report, bizId);
    }

    @Override
    public Set<Integer> filedYears(BizId bizId) {
        return Set.copyOf(
                database.query("select report_year from annual_report where biz_id = ?", row -> row.getInt(1), bizId));
    }

    @Override
    public Optional<AnnualReport> find(BizId bizId, int year) {
        return database.first(ALL + " and report_year = ?", this::report, bizId, year);
    }

    @Override
    public void put(AnnualReport report) {
        Filing filing = report.filing();
        byte[] content = cipher.encrypt(json.write(filing.content()), CONTENT);
        database.update(
                "insert into annual_report(biz_id, report_year, report_id, revision, tenure_id, late, channel, published,"
                        + " content, filed_at, filed_by, received_on) values (?,?,?,?,?,?,?,?,?,?,?,?) on duplicate key update"
                        + " revision = values(revision), tenure_id = values(tenure_id), late = values(late), channel = values(channel),"
                        + " published = values(published), content = values(content), filed_at = values(filed_at),"
                        + " filed_by = values(filed_by), received_on = values(received_on)",
                report.bizId(),
                report.year(),
                report.id(),
                report.revision(),
                filing.tenureId(),
                report.late(),
                filing.channel(),
                filing.published(),
                content,
                filing.at(),
                filing.by(),
                filing.receivedOn());
        database.update(
                "insert into annual_report_revision(report_id, revision, tenure_id, channel, published, content, filed_at,"
                        + " filed_by, received_on) values (?,?,?,?,?,?,?,?,?)",
                report.id(),
                report.revision(),
                filing.tenureId(),
                filing.channel(),
                filing.published(),
                content,
                filing.at(),
                filing.by(),
                filing.receivedOn());
        filed.forEach(one -> one.filed(report));
    }

    private AnnualReport report(ResultSet row) throws SQLException {
        return new AnnualReport(
                ReportId.of(row.getString("report_id")),
                BizId.of(row.getString("biz_id")),
                row.getInt("report_year"),
                row.getBoolean("late"),
                row.getInt("revision"),
                new Filing(
                        OperatorTenureId.of(row.getString("tenure_id")),
                        ReportChannel.valueOf(row.getString("channel")),
                        row.getBoolean("published"),
                        json.byName(cipher.decrypt(row.getBytes("content"), CONTENT)),
                        Database.moment(row, "filed_at"),
                        row.getString("filed_by"),
                        row.getObject("received_on", LocalDate.class)));
    }
}
