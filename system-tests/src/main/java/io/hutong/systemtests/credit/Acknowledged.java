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

/** How long after each filing every platform acknowledged that the entry is shown no longer; read from the tables alone. */
final class Acknowledged {
    private static final String REMOVALS =
            "select platform, biz_id, acknowledged_at, waiting from publication where not shown";

    private final int filed;
    private final Map<String, List<Long>> millis = new LinkedHashMap<>();

    private Acknowledged(int filed) {
        this.filed = filed;
    }

    static Acknowledged read(String url, Map<String, Instant> filed) throws SQLException {
        var found = new Acknowledged(filed.size());
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REMOVALS)) {
            while (rows.next()) {
                Instant at = filed.get(rows.getString("biz_id"));
                List<Long> times = found.millis.computeIfAbsent(rows.getString("platform"), code -> new ArrayList<>());
                if (at != null && rows.getObject("waiting") == null) {
                    Instant acknowledged = rows.getObject("acknowledged_at", LocalDateTime.class)
                            .toInstant(ZoneOffset.UTC);
                    times.add(Duration.between(at, acknowledged).toMillis());
                }
            }
        }
        found.millis.values().forEach(times -> times.sort(null));
        return found;
    }

    int missing(String platform) {
        return filed - millis.getOrDefault(platform, List.of()).size();
    }

    void print() {
        millis.forEach((platform, times) -> System.out.printf(
                "%s: filing -> acknowledgement of the removal, %d of %d filings: p50 %d ms, p99 %d ms, max %d ms%n",
                platform, times.size(), filed, share(times, 0.5), share(times, 0.99), share(times, 1)));
    }

    private static long share(List<Long> sorted, double part) {
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }
}
