package io.hutong.web.imports;

import java.util.List;

/**
 * One kind of file that a service takes, as a CDI bean: its columns, and what one line does. A line is taken in the
 * transaction that also notes how far the file has come, so that a killed import goes on exactly where it was.
 */
public interface ImportKind {

    /** What a line came to. */
    enum Outcome {
        TAKEN,
        /** It says what is known already: nothing changed. */
        KNOWN
    }

    /** Stable name, for example {@code businesses}. */
    String name();

    /** The columns that the first line must name, in any order. */
    List<String> columns();

    /**
     * Takes one line.
     *
     * @throws io.hutong.web.Problem or {@link io.hutong.identity.InvalidValue}: the line is refused for that reason and
     *     the file goes on without it
     */
    Outcome take(ImportLine line);
}
