package io.hutong.web.imports;

import java.util.List;

/**
 * One kind of file that a service takes, as a CDI bean: its columns, how a line is read, and what some lines do together.
 * Lines are taken in the transaction that also notes how far the file has come, so that a killed import goes on exactly
 * where it was.
 *
 * @param <T> what one line says
 */
public interface ImportKind<T> {

    /** Stable name, for example {@code businesses}. */
    String name();

    /** The columns that the first line must name, in any order. */
    List<String> columns();

    /** Columns that the first line may name besides. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /**
     * Whether a line is taken in one transaction with the one right before it. It is, unless a hundred lines in a row
     * belong together or one of them fails.
     */
    default boolean together(T line, T next) {
        return false;
    }

    /**
     * Reads one line, without any effect.
     *
     * @throws io.hutong.web.Problem or {@link io.hutong.identity.InvalidValue}: the line is refused for that reason and
     *     the file goes on without it
     */
    T read(ImportLine line);

    /**
     * Takes some lines in the running transaction and says of each, in their order, what it came to; a refused one has
     * had no effect. If this throws, nothing is kept and the lines come again in halves, at last one by one: the one that
     * fails alone is refused, for the {@link io.hutong.web.Problem} thrown or, after repetition, as failed.
     */
    List<LineOutcome> take(List<T> lines);
}
