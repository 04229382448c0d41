package io.hutong.credit.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that compares what a platform shows with what it should, page by page: facts that it does not show or shows in an old
 * version, facts that it shows although it must not, and notices that nobody here knows of. What is on its way is left out.
 */
public record Reconciliation(
        UUID id,
        String platform,
        Start start,
        State state,
        Progress progress,
        @Nullable Instant endedAt,
        @Nullable String trouble) {

    /** Who began it, and when. */
    public record Start(Instant at, String by) {}

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** The platform did not tell what it shows, or the run died again and again. */
        FAILED
    }

    /** How many steps are taken, up to which fact, and what was found; {@code tries} of the step that is not taken yet. */
    public record Progress(int steps, int tries, @Nullable UUID upTo, int compared, Found differences, Found unknown) {}

    /** How many, and the first of them. */
    public record Found(int count, List<UUID> examples) {
        private static final int MOST_EXAMPLES = 1000;

        public Found {
            examples = List.copyOf(examples);
        }

        Found and(Collection<UUID> more) {
            List<UUID> all = new ArrayList<>(examples);
            more.stream().limit(MOST_EXAMPLES - all.size()).forEach(all::add);
            return new Found(count + more.size(), all);
        }
    }

    static Reconciliation begun(UUID id, String platform, Start start) {
        Found none = new Found(0, List.of());
        return new Reconciliation(
                id, platform, start, State.RUNNING, new Progress(0, 0, null, 0, none, none), null, null);
    }

    /** One step on; the last one where nothing is left. */
    Reconciliation on(Step step, Instant now) {
        var next = new Progress(
                progress.steps + 1,
                0,
                step.upTo(),
                progress.compared + step.compared(),
                progress.differences.and(step.differences()),
                progress.unknown.and(step.unknown()));
        boolean last = step.upTo() == null;
        return new Reconciliation(
                id, platform, start, last ? State.DONE : State.RUNNING, next, last ? now : null, null);
    }

    Reconciliation failed(@Nullable String why, Instant now) {
        return new Reconciliation(id, platform, start, State.FAILED, progress, now, why);
    }

    /** What one step compared: up to which fact, null where that was all. */
    record Step(@Nullable UUID upTo, int compared, Collection<UUID> differences, Collection<UUID> unknown) {}
}
