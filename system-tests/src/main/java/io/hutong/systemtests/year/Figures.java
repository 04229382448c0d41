package io.hutong.systemtests.year;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the year came to: each step with its time, each figure as expected and as found. What differs is a finding; of one step the
 * first are told and the others counted. Several clients may find at a time.
 */
final class Figures {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int TOLD_OF_A_STEP = 20;

    /** A step of the script; it tells how many things it did. */
    @FunctionalInterface
    interface Step {
        int go() throws Exception;
    }

    /** A figure as the installation tells it now. */
    @FunctionalInterface
    interface Found {
        long count() throws Exception;
    }

    private final List<String> table = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private int ofThisStep;
    private int untold;

    void step(String what, Step step) throws Exception {
        long began = System.nanoTime();
        nextStep();
        int done = step.go();
        nextStep();
        double seconds = (System.nanoTime() - began) / 1e9;
        row(String.format(
                Locale.ROOT,
                "%-58s %8d %8s  %7.1f s%s",
                what,
                done,
                "",
                seconds,
                done < 2 ? "" : String.format(Locale.ROOT, "  %6.0f/s", done / seconds)));
    }

    synchronized void expect(String what, long expected, long found) {
        boolean same = expected == found;
        row(String.format(Locale.ROOT, "  %-56s %8d %8d  %s", what, expected, found, same ? "" : "<<<"));
        if (!same) {
            findings.add(what + ": expected " + expected + ", found " + found);
        }
    }

    /** A figure that comes about by itself; waited for as long as it still moves. */
    void expectSoon(String what, long expected, Duration whileStill, Found found) throws Exception {
        long began = System.nanoTime();
        long last = found.count();
        long moved = began;
        while (last != expected && System.nanoTime() - moved < whileStill.toNanos()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            long now = found.count();
            if (now != last) {
                last = now;
                moved = System.nanoTime();
            }
        }
        expect(
                String.format(Locale.ROOT, "%s (after %.1f s)", what, (System.nanoTime() - began) / 1e9),
                expected,
                last);
    }

    void note(String text) {
        row("  " + text);
    }

    synchronized void finding(String what) {
        ofThisStep++;
        if (ofThisStep <= TOLD_OF_A_STEP) {
            findings.add(what);
            row("  <<< " + what);
        }
    }

    private synchronized void nextStep() {
        int more = ofThisStep - TOLD_OF_A_STEP;
        ofThisStep = 0;
        if (more > 0) {
            untold += more;
            row("  <<< and " + more + " more");
        }
    }

    private synchronized void row(String text) {
        table.add(text);
        System.out.println(text);
    }

    /** The whole table again, then what was found; whether that is nothing. */
    synchronized boolean print() {
        nextStep();
        System.out.printf("%n%-60s %8s %8s%n", "", "expected", "found");
        table.forEach(System.out::println);
        System.out.printf("%n%d findings%n", findings.size() + untold);
        findings.forEach(finding -> System.out.println("  " + finding));
        return findings.isEmpty();
    }
}
