package io.hutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.systemtests.ledger.LedgerCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long each change took from the register's log to tax's own log entry that it is applied, by the clock of the
 * database server that keeps both. Both entries are written in the transaction of the change itself.
 */
final class Arrivals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LedgerCheck.Places places;

    Arrivals(LedgerCheck.Places places) {
        this.places = places;
    }

    /** Milliseconds per change; what is not applied yet is missing. */
    List<Double> millis(Collection<String> changes) throws SQLException, IOException {
        Set<String> wanted = new HashSet<>(changes);
        Map<String, Double> registered = micros(places.registrationUrl(), "io.hutong.registration.%", wanted);
        Map<String, Double> applied = micros(places.taxUrl(), "io.hutong.tax.change-completed.v1", wanted);
        List<Double> millis = new ArrayList<>();
        registered.forEach((change, from) -> {
            Double to = applied.get(change);
            if (to != null) {
                millis.add((to - from) / 1000);
            }
        });
        return millis;
    }

    private static Map<String, Double> micros(String url, String type, Set<String> wanted)
            throws SQLException, IOException {
        Map<String, Double> times = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement(
                        "select payload, timestampdiff(microsecond, '2026-01-01', recorded_at) from event_log"
                                + " where type like ?")) {
            statement.setString(1, type);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    JsonNode event = JSON.readTree(rows.getBytes(1));
                    String change = event.path("changeId").asText();
                    if (wanted.contains(change)) {
                        times.putIfAbsent(change, rows.getDouble(2));
                    }
                }
            }
        }
        return times;
    }
}
