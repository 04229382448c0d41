package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.annualreport.ListedYears;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class JdbcListedYears implements ListedYears {
    private final Database database;

    JdbcListedYears(Database database) {
        this.database = database;
    }

    @Override
    public Set<Integer> of(BizId bizId) {
        return Set.copyOf(database.query(
                "select report_year from abnormal_entry where biz_id = ? and ground = ? and open_key is not null",
                row -> row.getInt(1),
                bizId,
                AbnormalGround.ABN_REPORT));
    }
}
