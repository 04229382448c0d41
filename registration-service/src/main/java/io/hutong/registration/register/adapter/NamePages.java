package io.hutong.registration.register.adapter;

import io.hutong.identity.BizId;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Businesses.After;
import io.hutong.registration.register.ReadRegister;
import io.hutong.web.CommonProblems;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages of businesses by name. */
final class NamePages {
    private NamePages() {}

    static Page<BusinessJson> page(ReadRegister register, @Nullable String prefix, @Nullable String cursor, int limit) {
        if (prefix == null || prefix.isBlank()) {
            throw Problem.of(CommonProblems.BAD_REQUEST, "请给出 uscc 或 namePrefix。", "Give either uscc or namePrefix.");
        }
        List<Business> found = register.named(prefix, after(cursor), limit + 1);
        List<Business> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? cursorOf(shown.get(limit - 1)) : null;
        return new Page<>(shown.stream().map(BusinessJson::of).toList(), next);
    }

    private static @Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        return new After(parts.get(0), BizId.of(parts.get(1)));
    }

    private static String cursorOf(Business last) {
        return Cursor.encode(
                Objects.requireNonNull(last.state().name()), last.id().value());
    }
}
