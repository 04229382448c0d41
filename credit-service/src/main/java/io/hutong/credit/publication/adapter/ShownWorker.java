package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.CutShown;
import io.hutong.credit.publication.EndShown;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends what a platform has shown long enough; rules change with the day, so what was ordered before is brought to them once on each. */
@Singleton
class ShownWorker {
    private final EndShown end;
    private final CutShown cut;
    private final DueWork work;
    private volatile @Nullable LocalDate cutOn;

    ShownWorker(EndShown end, CutShown cut, DueWork work) {
        this.end = end;
        this.cut = cut;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.publication.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        LocalDate today = cut.today();
        if (!today.equals(cutOn)) {
            boolean all = true;
            for (String platform : end.platforms()) {
                all &= cut(platform);
            }
            cutOn = all ? today : null;
        }
        for (String platform : end.platforms()) {
            work.<UUID>carryOut(
                    "publication.shown",
                    (last, limit) -> end.shownTooLong(platform, last, limit),
                    some -> end.end(platform, some));
        }
    }

    /** Whether nothing is left to be cut; what failed is looked at again. */
    private boolean cut(String platform) throws InterruptedException {
        boolean all = true;
        for (var limit : cut.limits(platform).entrySet()) {
            int months = limit.getValue();
            work.<UUID>carryOut(
                    "publication.cut",
                    (last, most) -> cut.shownBeyond(platform, limit.getKey(), months, last, most),
                    some -> cut.cut(platform, months, some));
            all &= cut.shownBeyond(platform, limit.getKey(), months, null, 1).isEmpty();
        }
        return all;
    }
}
