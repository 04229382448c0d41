package io.hutong.systemtests.agencies.run;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what was promised and kept, one line each; several threads may look at once. */
final class Promises {
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    /** Something to see for oneself; it returns what was seen, or ends with the difference. */
    @FunctionalInterface
    interface Story {
        String see() throws Exception;
    }

    /** What was seen is not what was promised. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    void keep(String promise, Story story) {
        try {
            tell("ok    " + promise + ": " + story.see(), kept);
        } catch (Broken | IllegalStateException difference) {
            tell("FAIL  " + promise + ": " + difference.getMessage(), broken);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            tell("FAIL  " + promise + ": interrupted", broken);
        } catch (Exception | LinkageError | AssertionError trouble) {
            tell("FAIL  " + promise + ": " + trouble, broken);
        }
    }

    private static synchronized void tell(String line, AtomicInteger count) {
        count.incrementAndGet();
        System.out.println(line);
    }

    /** Ends the story unless both are equal. */
    static void same(String what, Object promised, Object seen) {
        if (!Objects.equals(promised, seen)) {
            throw new Broken(what + " should be " + promised + ", is " + seen);
        }
    }

    boolean allKept() {
        System.out.printf("%d promises kept, %d broken%n", kept.get(), broken.get());
        return broken.get() == 0 && kept.get() > 0;
    }
}
