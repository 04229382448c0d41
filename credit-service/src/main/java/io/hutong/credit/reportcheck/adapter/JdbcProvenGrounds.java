package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.ProvenGround;
import io.hutong.credit.reportcheck.ProvenGround.Place;
import io.hutong.credit.reportcheck.ProvenGround.Source;
import io.hutong.credit.reportcheck.ProvenGrounds;
import io.hutong.credit.shared.storage.Statuses;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Derived from what was found and from the list: nothing has to be opened or closed, whichever of them changes. */
@ApplicationScoped
class JdbcProvenGrounds implements ProvenGrounds {
    private static final LocalDate BEFORE_ALL = LocalDate.of(1000, 1, 1);
    private static final String CLAIMS =
            "select 'FALSE_DATA_REPORT' as source, r.report_id as source_id, r.biz_id, 'ABN_FALSE' as ground,"
                    + " r.report_year as report_year, r.decided_on as proven_on from false_data_report r"
                    + " where r.outcome = 'CONFIRMED' and not exists (select 1 from abnormal_entry e"
                    + " where e.biz_id = r.biz_id and e.ground = 'ABN_FALSE' and e.report_year = r.report_year"
                    + " and (e.open_key is not null or e.listed_on >= r.decided_on))";
    private static final String SPOT_CHECKS =
            "select 'SPOT_CHECK', i.check_id, i.biz_id, if(i.result = 'FALSE_DATA', 'ABN_FALSE', 'ABN_UNREACHABLE'),"
                    + " if(i.result = 'FALSE_DATA', c.report_year, null), i.checked_on"
                    + " from spot_check_item i join spot_check c on c.check_id = i.check_id"
                    + " where i.result in ('FALSE_DATA', 'UNREACHABLE') and not exists (select 1 from abnormal_entry e"
                    + " where e.biz_id = i.biz_id"
                    + " and e.ground = if(i.result = 'FALSE_DATA', 'ABN_FALSE', 'ABN_UNREACHABLE')"
                    + " and (i.result = 'UNREACHABLE' or e.report_year = c.report_year)"
                    + " and (e.open_key is not null or e.listed_on >= i.checked_on))";

    private final Database database;

    JdbcProvenGrounds(Database database) {
        this.database = database;
    }

    @Override
    public List<ProvenGround> unlisted(@Nullable Place after, int limit) {
        return database.query(
                "select d.* from (" + CLAIMS + " union all " + SPOT_CHECKS + ") d"
                        + " join business b on b.biz_id = d.biz_id where b.status in " + Statuses.LIVING
                        + " and (d.proven_on, d.source_id, d.biz_id) > (?,?,?)"
                        + " order by d.proven_on, d.source_id, d.biz_id limit ?",
                JdbcProvenGrounds::ground,
                after == null ? BEFORE_ALL : after.provenOn(),
                after == null ? "" : after.sourceId().toString(),
                after == null ? "" : after.bizId().value(),
                limit);
    }

    private static ProvenGround ground(ResultSet row) throws SQLException {
        return new ProvenGround(
                Source.valueOf(row.getString("source")),
                UUID.fromString(row.getString("source_id")),
                BizId.of(row.getString("biz_id")),
                AbnormalGround.valueOf(row.getString("ground")),
                row.getObject("report_year", Integer.class),
                row.getObject("proven_on", LocalDate.class));
    }
}
