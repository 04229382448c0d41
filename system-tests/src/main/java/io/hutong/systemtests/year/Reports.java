package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Filing: at the page or on paper at the desk, right or wrong, in time or late. */
final class Reports {
    private final Year year;
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, Instant> filedLate = new ConcurrentHashMap<>();

    Reports(Year year) {
        this.year = year;
    }

    int atThePage(List<String> businesses) throws Exception {
        return Year.each(businesses, bizId -> take(bizId, file(year.page, bizId, true, "182000")));
    }

    int onPaper(List<String> businesses) throws Exception {
        return Year.each(businesses, bizId -> take(bizId, file(year.officer, bizId, false, "96000")));
    }

    int corrected(List<String> businesses) throws Exception {
        return Year.each(businesses, bizId -> take(bizId, file(year.page, bizId, true, "183500.50")));
    }

    int late(List<String> businesses) throws Exception {
        return Year.each(businesses, bizId -> {
            Instant at = year.clock.instant();
            take(bizId, file(year.page, bizId, true, "75000"));
            filedLate.put(bizId, at);
        });
    }

    /** A turnover in words: refused at that place, nothing is kept. */
    int wrong(List<String> businesses) throws Exception {
        return Year.each(
                businesses, bizId -> refuse(bizId, file(year.page, bizId, true, "很多"), "/reports/0/content/turnover"));
    }

    /** Before the window opens, or a correction after it closed. */
    int outOfTime(List<String> businesses, String where) throws Exception {
        return Year.each(businesses, bizId -> refuse(bizId, file(year.page, bizId, true, "1"), where));
    }

    /** How many were refused as they should be. */
    int refused() {
        return refused.get();
    }

    /** When the late ones filed. */
    Map<String, Instant> filedLate() {
        return filedLate;
    }

    private void take(String bizId, Api.Answer answer) {
        if (!answer.accepted()) {
            year.figures.finding(bizId + " could not file: " + answer.body());
        }
    }

    /** As it should be: at that place, or with that problem. */
    private void refuse(String bizId, Api.Answer answer, String why) {
        boolean right = Refused.places(answer.body()).equals(why)
                || Refused.code(answer.body()).equals(why);
        if (answer.accepted() || !right) {
            year.figures.finding(bizId + " should be refused by " + why + ": " + answer.body());
        } else {
            refused.incrementAndGet();
        }
    }

    private static Api.Answer file(Api desk, String bizId, boolean published, String turnover)
            throws InterruptedException {
        ObjectNode body = Year.json();
        ObjectNode report = body.putArray("reports").addObject();
        report.put("year", Year.REPORT_YEAR).put("published", published);
        report.putObject("content")
                .put("turnover", turnover)
                .put("taxPaid", "0")
                .put("employees", "2")
                .put("contactPhone", "13909360001");
        return desk.post("/businesses/" + bizId + "/annual-reports", body, null);
    }
}
