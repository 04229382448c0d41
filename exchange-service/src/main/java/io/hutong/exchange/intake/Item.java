package io.hutong.exchange.intake;

import io.hutong.web.Problem;
import org.jspecify.annotations.Nullable;

/** One event of a request: a statement, or why it is none; source and id as far as they could be read. */
public record Item(
        @Nullable String source,
        @Nullable String id,
        @Nullable Statement statement,
        @Nullable Problem refusal) {

    public static Item of(Statement statement) {
        return new Item(statement.source(), statement.id(), statement, null);
    }

    public static Item refused(@Nullable String source, @Nullable String id, Problem refusal) {
        return new Item(source, id, null, refusal);
    }
}
