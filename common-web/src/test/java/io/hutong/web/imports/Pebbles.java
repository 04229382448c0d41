package io.hutong.web.imports;

import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemTranslator;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A kind of file for the tests: each line puts a pebble on the heap; some lines are bad, some strike the database. */
@ApplicationScoped
class Pebbles implements ImportKind<ImportLine> {
    static final AtomicInteger STRIKES = new AtomicInteger();
    static final Set<String> MOUNTAINS = ConcurrentHashMap.newKeySet();

    private final DataSource database;

    Pebbles(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "pebbles";
    }

    @Override
    public List<String> columns() {
        return List.of("heap", "pebble", "colour");
    }

    @Override
    public ImportLine read(ImportLine line) {
        line.required("colour");
        return line;
    }

    @Override
    public List<LineOutcome> take(List<ImportLine> lines) {
        return lines.stream().map(this::take).toList();
    }

    private LineOutcome take(ImportLine line) {
        String colour = line.required("colour");
        if (colour.equals("sand")) {
            return LineOutcome.refused(bad("sand is no pebble"));
        }
        if (colour.equals("late") && !MOUNTAINS.contains(line.required("heap"))) {
            return LineOutcome.refused(bad("late is no pebble"));
        }
        if (colour.equals("undated")) {
            throw new Undated();
        }
        String heap = line.required("heap");
        LineOutcome outcome = colour.equals("huge")
                ? insert("insert into pebble(heap, pebble) values(?, ?)", heap.repeat(1000), line.required("pebble"))
                : insert("insert ignore into pebble(heap, pebble) values(?, ?)", heap, line.required("pebble"));
        if (colour.equals("glass")) {
            throw bad("glass is no pebble");
        }
        if (colour.equals("cursed") || (colour.equals("slippery") && STRIKES.getAndDecrement() > 0)) {
            throw new IllegalStateException("dropped");
        }
        return outcome;
    }

    private static Problem bad(String reason) {
        return Problem.of(
                CommonProblems.INVALID_REQUEST,
                "不是卵石",
                reason,
                new Violation("/colour", "pebble." + reason.substring(0, reason.indexOf(' ')), "不是卵石", reason));
    }

    /** What the kind cannot explain, and the service can. */
    private static final class Undated extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ApplicationScoped
    static class Explanations implements ProblemTranslator {
        @Override
        public @Nullable Problem translate(Throwable failure) {
            return failure instanceof Undated ? bad("undated is no pebble") : null;
        }
    }

    private LineOutcome insert(String sql, String heap, String pebble) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, heap);
            insert.setString(2, pebble);
            return insert.executeUpdate() == 1 ? LineOutcome.TAKEN : LineOutcome.KNOWN;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
