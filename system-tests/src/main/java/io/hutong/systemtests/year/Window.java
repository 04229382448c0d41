package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.load.Api;
import java.time.Duration;
import java.util.List;

/** 1 January to 30 June: filing, reminders by stage, businesses that leave the register. */
final class Window {
    private static final int PARTS = 4;
    private static final Duration REMINDERS_MOVE = Duration.ofSeconds(60);

    private final Year year;
    private final Script script;
    private final Reports reports;
    private int filed;
    private int gone;
    private int reminded;

    Window(Year year, Script script, Reports reports) {
        this.year = year;
        this.script = script;
        this.reports = reports;
    }

    void notOpen() throws Exception {
        List<String> eager = script.online().subList(0, 1);
        year.figures.step("filing before the window is refused", () -> reports.outOfTime(eager, "/reports/0/year"));
    }

    void open() throws Exception {
        JsonNode duties = year.page
                .get("/businesses/" + script.online().get(0) + "/annual-reports")
                .body()
                .path("items");
        year.figures.expect("duties that are open on 1 January", 1, duties.size());
        year.figures.expect(
                "  for the year", Year.REPORT_YEAR, duties.path(0).path("year").asInt());
    }

    void wrongData() throws Exception {
        year.figures.step("wrong data are refused", () -> reports.wrong(script.wrong()));
    }

    void file(int part) throws Exception {
        List<String> online = Script.part(script.online(), part, PARTS);
        List<String> paper = Script.part(script.paper(), part, PARTS);
        year.figures.step("file at the page", () -> reports.atThePage(online));
        year.figures.step("hand in on paper", () -> reports.onPaper(paper));
        filed += online.size() + paper.size();
        year.figures.expect(
                "reports kept",
                filed,
                year.credit("select count(*) from annual_report where report_year = " + Year.REPORT_YEAR));
    }

    void correct() throws Exception {
        year.figures.step("correct before 30 June", () -> reports.corrected(script.corrected()));
        year.figures.expect(
                "reports in their second revision",
                script.corrected().size(),
                year.credit("select count(*) from annual_report where revision = 2"));
    }

    void leaveTheRegister() throws Exception {
        year.figures.step(
                "leave the register without a report",
                () -> Year.each(script.closed(), bizId -> {
                    String etag = year.register.get("/businesses/" + bizId).etag();
                    Api.Answer answer = year.register.post(
                            "/businesses/" + bizId + "/deregistration",
                            Year.json().put("reason", "自愿歇业，不再经营"),
                            etag);
                    if (!answer.accepted()) {
                        year.figures.finding(bizId + " not deregistered: " + answer.body());
                    }
                }));
        gone = script.closed().size();
        year.figures.expectSoon(
                "businesses that credit knows to be gone",
                gone,
                Duration.ofSeconds(20),
                () -> year.credit("select count(*) from business where status = 'DEREGISTERED'"));
    }

    void remind(int stage) throws Exception {
        int without = script.everybody() - gone - filed;
        reminded += without;
        year.figures.expectSoon(
                "reminded at stage " + stage,
                without,
                REMINDERS_MOVE,
                () -> year.officer
                        .get("/report-years/" + Year.REPORT_YEAR + "/reminders")
                        .body()
                        .path("items")
                        .path(stage - 1)
                        .path("reminded")
                        .asLong());
    }

    void close() throws Exception {
        year.figures.step(
                "correcting after the window is refused",
                () -> reports.outOfTime(script.online().subList(0, 1), "report-closed"));
        int inTime = script.online().size() + script.paper().size();
        year.figures.expect(
                "reports in time",
                inTime,
                year.credit("select count(*) from annual_report where report_year = " + Year.REPORT_YEAR));
        year.figures.expect(
                "  on paper",
                script.paper().size(),
                year.credit("select count(*) from annual_report where channel = 'PAPER' and not published"));
        year.figures.expect(
                "events: report submitted", inTime + script.corrected().size(), year.stated("annual-report-submitted"));
        year.figures.expect("events: reminder due", reminded, year.stated("annual-report-reminder-due"));
        // one before the window, one after it
        year.figures.expect("refused as they should be", script.wrong().size() + 2, reports.refused());
    }
}
