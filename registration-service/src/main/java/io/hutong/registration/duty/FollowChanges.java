package io.hutong.registration.duty;

import io.hutong.identity.ChangeId;
import io.hutong.time.LegalTime;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how far changes have come. */
@ApplicationScoped
public class FollowChanges {
    /** A change and everything that was done for it. */
    public record Followed(TrackedChange change, List<OpenPoint> openPoints, List<TimelineEntry> timeline) {}

    /** A change in a list. */
    public record Listed(TrackedChange change, List<OpenPoint> openPoints) {}

    private final TrackedChanges changes;
    private final Clock clock;

    public FollowChanges(TrackedChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public Followed follow(ChangeId id) {
        TrackedChange change = changes.find(id)
                .orElseThrow(() -> Problem.of(CommonProblems.NOT_FOUND, "没有这项变更。", "There is no such change."));
        return new Followed(change, change.openPoints(changes::find, LegalTime.today(clock)), changes.timeline(id));
    }

    @Transactional
    public List<Listed> divergent(@Nullable ChangeId after, int limit) {
        return listed(changes.divergent(after, limit));
    }

    @Transactional
    public List<Listed> operatorChanges(TrackedChanges.Filter filter, @Nullable ChangeId after, int limit) {
        return listed(changes.operatorChanges(filter, after, limit));
    }

    private List<Listed> listed(List<TrackedChange> found) {
        changes.expect(
                found.stream().flatMap(TrackedChange::waitsFor).distinct().toList());
        return found.stream()
                .map(change -> new Listed(change, change.openPoints(changes::find, LegalTime.today(clock))))
                .toList();
    }
}
