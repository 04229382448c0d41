package io.hutong.web.imports;

import io.hutong.web.Problem;

/** What a line came to. */
public sealed interface LineOutcome {
    LineOutcome TAKEN = new Taken();
    LineOutcome KNOWN = new Known();

    static LineOutcome refused(Problem reason) {
        return new Refused(reason);
    }

    /** It has had its effect. */
    record Taken() implements LineOutcome {}

    /** It says what is known already: nothing changed. */
    record Known() implements LineOutcome {}

    /** It has had no effect, for this reason. */
    record Refused(Problem reason) implements LineOutcome {}
}
