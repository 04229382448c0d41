package io.hutong.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the cursor of the following page and absent on the last. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The size asked for, or 50; 422 outside 1 to 200. */
    public static int limit(@Nullable Integer requested) {
        if (requested == null) {
            return DEFAULT_LIMIT;
        }
        if (requested < 1 || requested > MAX_LIMIT) {
            throw InvalidParameter.of(
                    "limit", "OUT_OF_RANGE", "须在 1 到 " + MAX_LIMIT + " 之间", "Must be between 1 and " + MAX_LIMIT);
        }
        return requested;
    }
}
