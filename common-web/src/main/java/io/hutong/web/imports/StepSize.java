package io.hutong.web.imports;

import java.time.Duration;

/**
 * How many lines one step takes: as many as are done within a fifth of a second, so that interactive work that waits for
 * a step waits no longer, whatever the machine. A step that failed is followed by a smaller one.
 */
final class StepSize {
    static final int FEWEST = 10;
    static final int MOST = 400;
    private static final double AIM_NANOS = Duration.ofMillis(200).toNanos();

    private int lines = 50;

    int lines() {
        return lines;
    }

    void took(int done, long nanos) {
        if (done >= lines) {
            double fitting = done * AIM_NANOS / Math.max(1, nanos);
            resize((int) Math.min(lines * 2.0, (lines + fitting) / 2));
        }
    }

    void failed() {
        resize(lines / 4);
    }

    private void resize(int wanted) {
        lines = Math.max(FEWEST, Math.min(MOST, wanted));
    }
}
