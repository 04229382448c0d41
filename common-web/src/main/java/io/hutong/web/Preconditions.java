package io.hutong.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** If-Match on every change of a business: the clerk says which version was on the screen (RFC 9110 §13.1.1). */
public final class Preconditions {
    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,18})\"?");

    private Preconditions() {}

    /** The version that If-Match names; 428 when the header is missing, 400 when it names no version. */
    public static long requireVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    CommonProblems.PRECONDITION_REQUIRED,
                    "请在 If-Match 中给出所读到的版本（ETag）。",
                    "Send the version you have read (its ETag) in If-Match.");
        }
        var matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw Problem.of(
                    CommonProblems.BAD_REQUEST,
                    "If-Match 必须是一个版本，例如 \"3\"。",
                    "If-Match must be one version, for example \"3\".");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Goes on if the version is still the current one, else 412 with the current version. */
    public static void check(long expected, long current) {
        if (expected != current) {
            throw Problem.of(
                            CommonProblems.VERSION_CONFLICT,
                            "对象已被修改，请重新读取后再试。",
                            "It has been changed since; read it again, then decide.")
                    .with("currentVersion", current);
        }
    }

    public static EntityTag etag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
