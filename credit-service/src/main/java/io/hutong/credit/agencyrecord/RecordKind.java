package io.hutong.credit.agencyrecord;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What credit only knows because another service states it: the name that the sharing rules give it, and who states it. */
public enum RecordKind {
    PERMIT("permit", "/exchange", Set.of("/exchange")),
    /** Whose they are only the register can tell. */
    ARREARS("publishedTaxArrears", "/tax", Set.of("/tax", "/registration"));

    private final String field;
    private final String source;
    private final Set<String> needed;

    RecordKind(String field, String source, Set<String> needed) {
        this.field = field;
        this.source = source;
        this.needed = needed;
    }

    /** What that source states, if it is any of these. */
    public static Optional<RecordKind> statedBy(String source) {
        return Arrays.stream(values())
                .filter(kind -> kind.source.equals(source))
                .findFirst();
    }

    public String field() {
        return field;
    }

    /** Which sources have to be heard before it is known that there is nothing. */
    public Set<String> needed() {
        return needed;
    }
}
