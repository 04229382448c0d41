package io.hutong.systemtests.credit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long after each filing every platform and every bank acknowledged the removal; read from the tables alone. What had ended
 * before the filing has no time.
 */
public final class Acknowledged {
    private static final String REMOVALS = "select platform as recipient, biz_id,"
            + " if(waiting is null, acknowledged_at, null) as acknowledged from publication where not shown and kind = 'ABNORMAL_ENTRY'"
            + " union all select organisation, biz_id, acknowledged_at from feed_entry where kind = 'ABNORMAL_REMOVED'";

    private static final String TWICE = "select count(*) from (select biz_id from abnormal_entry"
            + " group by biz_id, report_year having count(*) > 1) t";

    private final int filed;
    private int listedTwice;
    private final Map<String, List<Long>> millis = new LinkedHashMap<>();

    private Acknowledged(int filed) {
        this.filed = filed;
    }

    public static Acknowledged read(String url, Map<String, Instant> filed) throws SQLException {
        var found = new Acknowledged(filed.size());
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REMOVALS)) {
            while (rows.next()) {
                Instant at = filed.get(rows.getString("biz_id"));
                List<Long> times = found.millis.computeIfAbsent(rows.getString("recipient"), code -> new ArrayList<>());
                LocalDateTime acknowledged = rows.getObject("acknowledged", LocalDateTime.class);
                Instant known = acknowledged == null ? null : acknowledged.toInstant(ZoneOffset.UTC);
                if (at != null && known != null && !known.isBefore(at)) {
                    times.add(Duration.between(at, known).toMillis());
                }
            }
        }
        found.millis.values().forEach(times -> times.sort(null));
        found.listedTwice = twice(url);
        return found;
    }

    private static int twice(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TWICE)) {
            row.next();
            return row.getInt(1);
        }
    }

    int listedTwice() {
        return listedTwice;
    }

    public int missing(String recipient) {
        return filed - millis.getOrDefault(recipient, List.of()).size();
    }

    /** A line for each platform and each bank. */
    public List<String> lines() {
        return millis.entrySet().stream()
                .map(recipient -> line(recipient.getKey(), recipient.getValue()))
                .toList();
    }

    private String line(String recipient, List<Long> times) {
        return String.format(
                "%s: filing -> acknowledgement of the removal, %d of %d filings: p50 %d ms, p99 %d ms, max %d ms",
                recipient, times.size(), filed, share(times, 0.5), share(times, 0.99), share(times, 1));
    }

    private static long share(List<Long> sorted, double part) {
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }
}
