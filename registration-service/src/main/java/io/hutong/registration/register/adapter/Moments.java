package io.hutong.registration.register.adapter;

import io.hutong.web.InvalidParameter;
import io.hutong.web.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days and moments in queries. */
final class Moments {
    private Moments() {}

    static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException broken) {
            throw unreadable("asOf", "2026-01-31");
        }
    }

    static Instant instant(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException broken) {
            throw unreadable("knownAt", "2026-01-31T08:00:00Z");
        }
    }

    private static Problem unreadable(String parameter, String example) {
        return InvalidParameter.of(parameter, "NOT_A_DATE", "格式应为 " + example, "Is written like " + example);
    }
}
