package io.hutong.systemtests.agencies.run;

import io.hutong.systemtests.load.Installed;
import io.hutong.time.LegalTime;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Lets the working days of a question go by: its last day becomes yesterday, at the exchange and at the register. No
 * interface can do that, and nobody waits five days for a test.
 */
final class DueDays {
    private final Installed target;

    DueDays(Installed target) {
        this.target = target;
    }

    /** The day that was the last one. */
    LocalDate pass(String question) throws SQLException {
        LocalDate yesterday = LegalTime.today(Clock.systemUTC()).minusDays(1);
        set(
                target.registerUrl(),
                "update premises_verification set due_on = ? where question_id = ?",
                yesterday,
                question);
        // last: an agency that waits for this day answers at once, and the register must know of it by then
        set(target.exchangeUrl(), "update asked_question set due_on = ? where event_id = ?", yesterday, question);
        return yesterday;
    }

    private static void set(String url, String sql, LocalDate day, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setDate(1, Date.valueOf(day));
            update.setString(2, question);
            Promises.same("the number of questions whose day is past", 1, update.executeUpdate());
        }
    }
}
