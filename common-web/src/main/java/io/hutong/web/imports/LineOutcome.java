package io.hutong.web.imports;

import io.hutong.identity.Finding;
import io.hutong.web.Problem;
import java.util.List;

/** What a line came to. */
public sealed interface LineOutcome {
    LineOutcome TAKEN = new Taken(List.of());
    LineOutcome KNOWN = new Known();

    static LineOutcome taken(List<Finding> hints) {
        return hints.isEmpty() ? TAKEN : new Taken(hints);
    }

    static LineOutcome refused(Problem reason) {
        return new Refused(reason);
    }

    /** It has had its effect; the hints tell what is doubtful about it. */
    record Taken(List<Finding> hints) implements LineOutcome {
        public Taken {
            hints = List.copyOf(hints);
        }
    }

    /** It says what is known already: nothing changed. */
    record Known() implements LineOutcome {}

    /** It has had no effect, for this reason. */
    record Refused(Problem reason) implements LineOutcome {}
}
