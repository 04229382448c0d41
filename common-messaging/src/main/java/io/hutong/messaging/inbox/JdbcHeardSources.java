package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.HeardSources;
import io.hutong.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** By the database's own clock, as everything that {@link HeadCursor} keeps. */
@Singleton
final class JdbcHeardSources implements HeardSources {
    private static final String HEARD = "select c.source from head_cursor c left join parked_stream p"
            + " on p.source = c.source and p.biz_id = ? where p.source is null"
            + " and c.whole_at > timestampadd(second, ?, utc_timestamp(6))";

    private final DataSource dataSource;

    JdbcHeardSources(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Set<String> heard(BizId bizId, Duration within) {
        return Sql.call(dataSource, "read what was heard", connection -> {
            try (PreparedStatement query = connection.prepareStatement(HEARD)) {
                query.setString(1, bizId.value());
                query.setLong(2, -within.toSeconds());
                Set<String> sources = new HashSet<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        sources.add(rows.getString(1));
                    }
                }
                return sources;
            }
        });
    }
}
