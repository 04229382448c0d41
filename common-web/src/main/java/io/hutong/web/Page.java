package io.hutong.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the cursor of the following page and absent on the last. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Of rows in their order, of which one beyond the limit says that there are more; the place is the sort value of a row. */
    public static <R, T> Page<T> of(List<R> found, int limit, Function<R, T> item, Function<R, String> place) {
        boolean more = found.size() > limit;
        List<R> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(item).toList(), more ? Cursor.encode(place.apply(shown.get(limit - 1))) : null);
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
