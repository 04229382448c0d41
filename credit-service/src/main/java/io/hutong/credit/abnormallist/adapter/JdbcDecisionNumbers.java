package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.DecisionKind;
import io.hutong.credit.abnormallist.DecisionNumbers;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** One row per kind and year, locked until the transaction ends. */
@ApplicationScoped
class JdbcDecisionNumbers implements DecisionNumbers {
    private final Database database;

    JdbcDecisionNumbers(Database database) {
        this.database = database;
    }

    @Override
    public int take(DecisionKind kind, int year, int count) {
        database.update(
                "insert into decision_number(decision, year, last) values (?,?,?)"
                        + " on duplicate key update last = last + values(last)",
                kind,
                year,
                count);
        int last = database.first(
                        "select last from decision_number where decision = ? and year = ?",
                        row -> row.getInt(1),
                        kind,
                        year)
                .orElseThrow();
        return last - count + 1;
    }
}
