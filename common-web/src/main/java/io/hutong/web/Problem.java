package io.hutong.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that reaches the client as {@code application/problem+json} (RFC 9457). Plain Java: a core may throw it. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final String detailZh;
    private final String detailEn;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions;

    private Problem(
            ProblemType type,
            String detailZh,
            String detailEn,
            List<Violation> violations,
            Map<String, Object> extensions) {
        super(type.slug() + ": " + detailEn);
        this.type = type;
        this.detailZh = detailZh;
        this.detailEn = detailEn;
        this.violations = List.copyOf(violations);
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A refusal of this type with one sentence per language; the sentences hold no personal data. */
    public static Problem of(ProblemType type, String detailZh, String detailEn, Violation... violations) {
        return new Problem(type, detailZh, detailEn, List.of(violations), Map.of());
    }

    /** The same refusal with one more member beside the standard ones, for example {@code currentVersion}. */
    public Problem with(String extension, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(extension, value);
        return new Problem(type, detailZh, detailEn, violations, more);
    }

    public ProblemType type() {
        return type;
    }

    public String detailZh() {
        return detailZh;
    }

    public String detailEn() {
        return detailEn;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
