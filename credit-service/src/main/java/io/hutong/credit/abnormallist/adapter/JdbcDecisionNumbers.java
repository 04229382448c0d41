package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.DecisionKind;
import io.hutong.credit.abnormallist.DecisionNumbers;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** One row per kind and year, there from the start and locked until the transaction ends: two who make it at once deadlock. */
@ApplicationScoped
class JdbcDecisionNumbers implements DecisionNumbers {
    private final Database database;

    JdbcDecisionNumbers(Database database) {
        this.database = database;
    }

    @Override
    public int take(DecisionKind kind, int year, int count) {
        int rows = database.update(
                "update decision_number set last = last + ? where decision = ? and year = ?", count, kind, year);
        if (rows != 1) {
            throw new IllegalStateException("no numbers are prepared for " + year);
        }
        int last = database.first(
                        "select last from decision_number where decision = ? and year = ?",
                        row -> row.getInt(1),
                        kind,
                        year)
                .orElseThrow();
        return last - count + 1;
    }
}
