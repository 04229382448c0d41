package io.hutong.systemtests.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's event log, position rows and parked rows, read straight from its database. */
final class EventLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;
    private final String url;

    EventLog(String source, String url) {
        this.source = source;
        this.url = url;
    }

    String source() {
        return source;
    }

    /** All events in the order of the log, by business. */
    Map<String, List<LoggedEvent>> streams() throws SQLException {
        Map<String, List<LoggedEvent>> streams = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select position, id, biz_id, epoch, version, type, payload, sha256,"
                        + " prev_digest, digest from event_log order by position")) {
            while (rows.next()) {
                LoggedEvent event = event(rows);
                streams.computeIfAbsent(event.bizId(), biz -> new ArrayList<>()).add(event);
            }
        }
        return streams;
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        try {
            return new LoggedEvent(
                    row.getLong("position"),
                    row.getString("id"),
                    row.getString("biz_id"),
                    row.getInt("epoch"),
                    row.getLong("version"),
                    row.getString("type"),
                    JSON.readTree(payload),
                    Arrays.equals(sha256(payload), row.getBytes("sha256")),
                    hex(row.getBytes("prev_digest")),
                    hex(row.getBytes("digest")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version up to which this service has taken the stream of each business of another source. */
    Map<String, Long> taken(String otherSource) throws SQLException {
        return versions("select biz_id, version from inbox where source = '" + otherSource + "'");
    }

    Map<String, Long> heads() throws SQLException {
        return versions("select biz_id, last_version from stream where last_version > 0");
    }

    /** What the service itself holds of each business: the second column of the query by the first. */
    Map<String, String> records(String query) throws SQLException {
        Map<String, String> records = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                records.put(rows.getString(1), rows.getString(2));
            }
        }
        return records;
    }

    long count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<String, Long> versions(String query) throws SQLException {
        Map<String, Long> versions = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return versions;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }
}
