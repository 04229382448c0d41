package io.hutong.tax.fact;

import io.hutong.identity.Finding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of facts with their text, cut into chunks, and what was wrong with their lines. */
public interface FactsImports {
    /** Some lines of a file, the first with this number. */
    record Chunk(int number, long firstLine, String text) {}

    /** What is wrong with one line. */
    record LineError(long line, Finding finding) {}

    void add(FactsImport file);

    void add(UUID file, Chunk chunk);

    /** The oldest unfinished file, locked until the transaction ends; one that another process works on is passed over. */
    Optional<FactsImport> lockNext();

    Chunk chunk(UUID file, int number);

    /** Stores the progress and the errors of a chunk, whose text is no longer needed. */
    void progress(FactsImport file, int done, List<LineError> errors);

    Optional<FactsImport> find(UUID file);

    /** Errors in order of line, those after the given one. */
    List<LineError> errors(UUID file, long afterLine, int limit);
}
