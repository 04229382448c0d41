package io.hutong.web.imports;

import java.util.List;

/** What one step did with its lines. */
record StepResult(int lines, int taken, int known, List<Refusal> refused) {
    StepResult {
        refused = List.copyOf(refused);
    }

    /** A refused line with its reason in both languages. */
    record Refusal(RefusedLine line, String reasonEn) {}
}
