package io.hutong.web.imports;

import io.hutong.web.imports.ImportView.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of received files. Every method runs in the caller's transaction, or in its own statement without one. */
@ApplicationScoped
class ImportTables {
    /** A file to work on and how far it has come; {@code cameOn} is the legal day of one that came before. */
    record Work(
            String importId,
            String kind,
            long lines,
            boolean again,
            @Nullable LocalDate cameOn) {
        Work after(int more) {
            return new Work(importId, kind, lines + more, again, cameOn);
        }
    }

    private static final String VIEW =
            "select import_id, kind, state, line_count, taken, known, refused, received_at, finished_at from file_import";

    private final DataSource database;

    ImportTables(DataSource database) {
        this.database = database;
    }

    void begin(String importId, String kind, String client, LocalDate on) {
        update(
                "insert into file_import(import_id, kind, state, client_id, came_on, received_at, until_at)"
                        + " values(?, ?, 'RECEIVING', ?, ?, utc_timestamp(6), utc_timestamp(6))",
                importId,
                kind,
                client,
                on);
    }

    void chunk(String importId, int number, byte[] content) {
        update("insert into file_import_chunk(import_id, chunk, content) values(?, ?, ?)", importId, number, content);
    }

    /** Whole file received: it waits for the worker, unless the same file of the same kind came before. */
    boolean received(String importId, String digest) {
        update("update ignore file_import set sha256 = ?, state = 'WAITING' where import_id = ?", digest, importId);
        return first("select import_id from file_import where import_id = ? and sha256 = ?", importId, digest)
                .isPresent();
    }

    Optional<String> sameFile(String kind, String digest) {
        return first("select import_id from file_import where kind = ? and sha256 = ?", kind, digest);
    }

    /** A failed one goes on. */
    void goOn(String importId) {
        update(
                "update file_import set state = 'WAITING', until_at = utc_timestamp(6)"
                        + " where import_id = ? and state = 'FAILED'",
                importId);
    }

    /** A finished one with refused lines begins anew for these, with the content that has come now. */
    void again(String importId, String cameNow) {
        int opened = update(
                "update file_import set state = 'WAITING', again = 1, line_count = 0, finished_at = null,"
                        + " until_at = utc_timestamp(6)"
                        + " where import_id = ? and state = 'FINISHED' and refused > 0",
                importId);
        if (opened == 1) {
            dropContent(importId);
            update("update file_import_chunk set import_id = ? where import_id = ?", importId, cameNow);
        }
    }

    /** Lines of a stretch of the file that stand refused. */
    Set<Long> refusedBetween(String importId, long first, long last) {
        return new HashSet<>(query(
                "select line from file_import_refusal where import_id = ? and line between ? and ?",
                row -> row.getLong(1),
                importId,
                first,
                last));
    }

    /** They are worked on again; in the transaction of the step. */
    void reopen(String importId, Collection<Long> lines) {
        for (Long line : lines) {
            update("delete from file_import_refusal where import_id = ? and line = ?", importId, line);
        }
        update("update file_import set refused = refused - ? where import_id = ?", lines.size(), importId);
    }

    void discard(String importId) {
        dropContent(importId);
        update("delete from file_import where import_id = ?", importId);
    }

    void dropContent(String importId) {
        update("delete from file_import_chunk where import_id = ?", importId);
    }

    /** Takes or keeps the lease of one file for half a minute; of what no other worker has. */
    Optional<Work> claim(String owner) {
        update(
                "update file_import set owner = ?, state = 'RUNNING', until_at = utc_timestamp(6) + interval 30 second"
                        + " where state in ('WAITING', 'RUNNING') and (owner = ? or until_at < utc_timestamp(6))"
                        + " order by received_at limit 1",
                owner,
                owner);
        return query(
                        "select import_id, kind, line_count, again, came_on from file_import where owner = ? and state = 'RUNNING'"
                                + " and until_at > utc_timestamp(6) order by received_at limit 1",
                        ImportTables::work,
                        owner)
                .stream()
                .findFirst();
    }

    private static Work work(ResultSet row) throws SQLException {
        boolean again = row.getBoolean(4);
        return new Work(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                again,
                again ? row.getObject(5, LocalDate.class) : null);
    }

    /** Notes a step, in its transaction; false if another worker has taken the file over meanwhile. */
    boolean advance(Work work, String owner, StepResult step) {
        return update(
                        "update file_import set line_count = line_count + ?, taken = taken + ?, known = known + ?,"
                                + " refused = refused + ?, until_at = utc_timestamp(6) + interval 30 second"
                                + " where import_id = ? and owner = ? and line_count = ?",
                        step.lines(),
                        step.taken(),
                        step.known(),
                        step.refused().size(),
                        work.importId(),
                        owner,
                        work.lines())
                == 1;
    }

    void refuse(String importId, List<StepResult.Refusal> refused) {
        refused.forEach(one -> update(
                "insert into file_import_refusal(import_id, line, column_name, code, reason_zh, reason_en)"
                        + " values(?, ?, ?, ?, ?, ?)",
                importId,
                one.line().line(),
                one.line().column(),
                one.line().code(),
                one.line().reason(),
                one.reasonEn()));
    }

    void hint(String importId, Map<String, Integer> lines) {
        lines.forEach((code, count) -> update(
                "insert into file_import_hint(import_id, code, line_count) values(?, ?, ?)"
                        + " on duplicate key update line_count = line_count + values(line_count)",
                importId,
                code,
                count));
    }

    void end(String importId, State state) {
        update(
                "update file_import set state = ?, owner = null, finished_at = utc_timestamp(6) where import_id = ?",
                state.name(),
                importId);
    }

    Optional<ImportView> find(String importId) {
        SortedMap<String, Long> hints = new TreeMap<>();
        query(
                "select code, line_count from file_import_hint where import_id = ?",
                row -> hints.put(row.getString(1), row.getLong(2)),
                importId);
        return query(VIEW + " where import_id = ?", row -> view(row, hints), importId).stream()
                .findFirst();
    }

    List<RefusedLine> refused(String importId, long after, int limit, boolean chinese) {
        return query(
                "select line, column_name, code, " + (chinese ? "reason_zh" : "reason_en")
                        + " from file_import_refusal where import_id = ? and line > ? order by line limit ?",
                row -> new RefusedLine(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                importId,
                after,
                limit);
    }

    Optional<byte[]> chunk(String importId, int number) {
        return query(
                        "select content from file_import_chunk where import_id = ? and chunk = ?",
                        row -> row.getBytes(1),
                        importId,
                        number)
                .stream()
                .findFirst();
    }

    private static ImportView view(ResultSet row, SortedMap<String, Long> hints) throws SQLException {
        return new ImportView(
                row.getString(1),
                row.getString(2),
                State.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                hints,
                utc(row.getObject(8, LocalDateTime.class)),
                row.getTimestamp(9) == null ? null : utc(row.getObject(9, LocalDateTime.class)));
    }

    private static Instant utc(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }

    private Optional<String> first(String sql, Object... values) {
        return query(sql, row -> row.getString(1), values).stream().findFirst();
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bind(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new ImportStorageFailure(e);
        }
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bind(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new ImportStorageFailure(e);
        }
    }

    private static PreparedStatement bind(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant instant ? Timestamp.from(instant) : value);
        }
        return statement;
    }
}
