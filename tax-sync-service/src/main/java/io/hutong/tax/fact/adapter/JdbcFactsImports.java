package io.hutong.tax.fact.adapter;

import io.hutong.identity.Finding;
import io.hutong.tax.fact.FactsImport;
import io.hutong.tax.fact.FactsImports;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC on the caller's transaction: lines of files are never objects of the persistence context. */
@ApplicationScoped
class JdbcFactsImports implements FactsImports {
    private final DataSource dataSource;

    JdbcFactsImports(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void add(FactsImport file) {
        update(
                "insert into facts_import(id, received_at, received_by, state, chunks, next_chunk, lines_read, recorded,"
                        + " broken, ended_at) values (?,?,?,?,?,?,?,?,?,?)",
                file.id().toString(),
                timestamp(file.receivedAt()),
                file.receivedBy(),
                file.state().name(),
                file.chunks(),
                file.nextChunk(),
                file.linesRead(),
                file.recorded(),
                file.broken(),
                file.endedAt() == null ? null : timestamp(file.endedAt()));
    }

    @Override
    public void add(UUID file, Chunk chunk) {
        update(
                "insert into facts_import_chunk(import_id, chunk, first_line, text) values (?,?,?,?)",
                file.toString(),
                chunk.number(),
                chunk.firstLine(),
                chunk.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<FactsImport> lockNext() {
        return one(
                "select * from facts_import where state = 'RUNNING' order by received_at, id limit 1 for update skip locked",
                JdbcFactsImports::file);
    }

    @Override
    public Chunk chunk(UUID file, int number) {
        return one(
                        "select * from facts_import_chunk where import_id = ? and chunk = ?",
                        row -> new Chunk(
                                row.getInt("chunk"),
                                row.getLong("first_line"),
                                new String(row.getBytes("text"), StandardCharsets.UTF_8)),
                        file.toString(),
                        number)
                .orElseThrow(() -> new IllegalStateException("no chunk " + number + " of " + file));
    }

    @Override
    public void progress(FactsImport file, int done, List<LineError> errors) {
        update(
                "update facts_import set state = ?, next_chunk = ?, lines_read = ?, recorded = ?, broken = ?, ended_at = ?"
                        + " where id = ?",
                file.state().name(),
                file.nextChunk(),
                file.linesRead(),
                file.recorded(),
                file.broken(),
                file.endedAt() == null ? null : timestamp(file.endedAt()),
                file.id().toString());
        for (LineError error : errors) {
            update(
                    "insert into facts_import_error(import_id, line, code, zh, en) values (?,?,?,?,?)",
                    file.id().toString(),
                    error.line(),
                    error.finding().code(),
                    error.finding().zh(),
                    error.finding().en());
        }
        update(
                "delete from facts_import_chunk where import_id = ? and chunk = ?",
                file.id().toString(),
                done);
    }

    @Override
    public Optional<FactsImport> find(UUID file) {
        return one("select * from facts_import where id = ?", JdbcFactsImports::file, file.toString());
    }

    @Override
    public List<LineError> errors(UUID file, long afterLine, int limit) {
        return all(
                "select * from facts_import_error where import_id = ? and line > ? order by line limit ?",
                row -> new LineError(
                        row.getLong("line"),
                        new Finding(row.getString("code"), row.getString("zh"), row.getString("en"))),
                file.toString(),
                afterLine,
                limit);
    }

    private static FactsImport file(ResultSet row) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new FactsImport(
                UUID.fromString(row.getString("id")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_by"),
                FactsImport.State.valueOf(row.getString("state")),
                row.getInt("chunks"),
                row.getInt("next_chunk"),
                row.getLong("lines_read"),
                row.getLong("recorded"),
                row.getLong("broken"),
                endedAt == null ? null : endedAt.toInstant());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, Reading<T> reading, Object... parameters) {
        return all(sql, reading, parameters).stream().findFirst();
    }

    private <T> List<T> all(String sql, Reading<T> reading, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("facts imports cannot be read", failure);
        }
    }

    private void update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("facts imports cannot be written", failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
