package io.hutong.exchange.intake;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one agency from taking the place of the others. Each instance counts by itself: n replicas admit n times the rate. */
@ApplicationScoped
public class LimitIntake {
    private final IntakeLimits limits;
    private final Clock clock;
    private final Map<AgencyCode, TokenBucket> buckets = new ConcurrentHashMap<>();

    LimitIntake(IntakeLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** 413 for more events than one request may hold, 429 with the time to wait for more than the agency's rate. */
    public void handle(RegisteredAgency sender, int events) {
        if (events > limits.batch()) {
            throw Problem.of(
                    CommonProblems.TOO_LARGE,
                    "一次最多送入 " + limits.batch() + " 个事件。",
                    "One request holds at most " + limits.batch() + " events.");
        }
        int burst = limits.burstOf(sender);
        Duration wait = buckets.computeIfAbsent(sender.code(), code -> new TokenBucket(burst, clock.instant()))
                .take(events, limits.rateOf(sender), burst, clock.instant());
        if (!wait.isZero()) {
            throw Problem.of(
                            ExchangeProblems.TOO_MANY_EVENTS,
                            "送入过快，请在 Retry-After 所示秒数后重试。",
                            "Too fast; try again after the seconds of Retry-After.")
                    .with("retryAfterSeconds", wait.toSeconds() + 1);
        }
    }

    /** How many bytes one event may have. */
    public int eventBytes() {
        return limits.eventBytes();
    }
}
