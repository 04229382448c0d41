package io.hutong.local;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Says what is happening and how long each step took; steps may run side by side. */
final class Progress {
    private static final int TITLE_WIDTH = 44;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final Set<String> running = new LinkedHashSet<>();

    /** @param terminal whether a line may be overwritten; a file or pipe gets one line per finished step */
    Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    static Progress onConsole() {
        return new Progress(System.out, System.console() != null, System::nanoTime);
    }

    <T> T step(String title, Supplier<T> work) {
        long began = nanoTime.getAsLong();
        begin(title);
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            end(title, done ? "✓" : "✗", seconds(nanoTime.getAsLong() - began));
        }
    }

    void step(String title, Runnable work) {
        step(title, () -> {
            work.run();
            return true;
        });
    }

    /** A step that needed nothing. */
    synchronized void skipped(String title, String why) {
        line("✓", title, why);
        showRunning();
    }

    private synchronized void begin(String title) {
        running.add(title);
        showRunning();
    }

    private synchronized void end(String title, String mark, String time) {
        running.remove(title);
        line(mark, title, time);
        showRunning();
    }

    private void line(String mark, String title, String right) {
        clear();
        out.println("  " + mark + " " + title + " ".repeat(Math.max(1, TITLE_WIDTH - width(title))) + right);
        out.flush();
    }

    private void showRunning() {
        if (terminal && !running.isEmpty()) {
            clear();
            out.print("  … " + String.join("  |  ", running));
            out.flush();
        }
    }

    private void clear() {
        if (terminal) {
            out.print("\r\033[K");
        }
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%6.1f s", nanos / 1e9);
    }

    /** Columns on a terminal: a Chinese character takes two. */
    static int width(String text) {
        return text.codePoints()
                .map(character -> character >= 0x1100 && Character.isLetter(character) ? 2 : 1)
                .sum();
    }
}
