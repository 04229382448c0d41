package io.hutong.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until an answer is as expected. */
public final class Polling {
    private static final Duration SOON = Duration.ofMillis(20);

    private Polling() {}

    /** The first answer that fits, asked often because time is measured; a 404 counts as "not yet". */
    public static JsonNode until(String what, Duration limit, Supplier<Answer> question, Predicate<JsonNode> fits) {
        return until(what, limit, SOON, question, fits);
    }

    /** The first answer that fits, asked at that interval. */
    public static JsonNode until(
            String what, Duration limit, Duration every, Supplier<Answer> question, Predicate<JsonNode> fits) {
        long until = System.nanoTime() + limit.toNanos();
        String last = "404";
        while (System.nanoTime() < until) {
            try {
                JsonNode body = question.get().body();
                if (fits.test(body)) {
                    return body;
                }
                last = body.toString();
            } catch (Refusal e) {
                if (e.status() != 404) {
                    throw e;
                }
            }
            pause(every);
        }
        throw new IllegalStateException(what + ": not within " + limit.toSeconds() + " s; last answer: " + last);
    }

    /** The first answer that is not refused with this status. */
    public static Answer first(Duration limit, int notYet, Supplier<Answer> question) {
        long until = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (Refusal e) {
                if (e.status() != notYet || System.nanoTime() > until) {
                    throw e;
                }
            }
            pause(SOON);
        }
    }

    static void pause(Duration every) {
        try {
            Thread.sleep(every.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
