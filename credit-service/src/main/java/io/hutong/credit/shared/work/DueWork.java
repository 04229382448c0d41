package io.hutong.credit.shared.work;

import io.hutong.messaging.MassWorkPace;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out everything that is due, in small steps and as fast as interactive work allows. A step that fails is taken one by
 * one; what fails alone is logged by its id, counted in {@code credit.due.failed}, and left to the next look.
 */
@Singleton
public class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final int PAGE = 1000;
    private static final int STEP = 50;

    private final MassWorkPace pace;
    private final MeterRegistry metrics;

    DueWork(MassWorkPace pace, MeterRegistry metrics) {
        this.pace = pace;
        this.metrics = metrics;
    }

    /** What is due behind that one, in the order of the ids. */
    @FunctionalInterface
    public interface Due<T> {
        List<T> behind(@Nullable T last, int limit);
    }

    /** Carries some out, in transactions of its own; leaves alone what is not due any more. */
    @FunctionalInterface
    public interface Step<T> {
        void carryOut(List<T> some);
    }

    /** @param work names the metric's tag and the line in the log */
    public <T> void carryOut(String work, Due<T> due, Step<T> step) throws InterruptedException {
        @Nullable T last = null;
        List<T> page;
        do {
            page = due.behind(last, PAGE);
            for (int from = 0; from < page.size(); from += STEP) {
                pace.await();
                List<T> some = page.subList(from, Math.min(from + STEP, page.size()));
                if (!carriedOut(work, due, step, some)) {
                    oneByOne(work, due, step, some);
                }
                last = some.get(some.size() - 1);
            }
        } while (page.size() == PAGE);
    }

    private <T> boolean carriedOut(String work, Due<T> due, Step<T> step, List<T> some) {
        try {
            step.carryOut(some);
            return true;
        } catch (RuntimeException failure) {
            // throws when it is the database that is away: then nothing is wrong with these
            due.behind(null, 1);
            if (some.size() == 1) {
                LOG.warnf(
                        "%s: %s is left for later: %s",
                        work, some.get(0), failure.getClass().getSimpleName());
                metrics.counter("credit.due.failed", "work", work).increment();
            }
            return some.size() == 1;
        }
    }

    private <T> void oneByOne(String work, Due<T> due, Step<T> step, List<T> some) {
        for (T one : some) {
            carriedOut(work, due, step, List.of(one));
        }
    }
}
