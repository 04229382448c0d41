package io.hutong.registration.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an application that tax has cleared is not registered: the conditions that are not met (Order 103 art. 18), by the rules of
 * the day on which they were asked last. Each of {@code turnedBy} is enough by itself: the fewest facts that somebody can still
 * bring about, all of them together, by which it would be registered.
 */
public record UnmetConditions(LocalDate askedOn, String ruleSet, List<Unmet> unmet, List<List<Turning>> turnedBy) {
    public UnmetConditions {
        unmet = List.copyOf(unmet);
        turnedBy = turnedBy.stream().map(List::copyOf).toList();
    }

    /**
     * A condition, such as C4, who answers for it, who must act, what stands against it, and since when the register has found it
     * so without a gap: not since when it is so.
     */
    public record Unmet(String condition, String answeredBy, String who, String zh, String en, Instant since) {}

    /** A fact, and the value that it would have to take. */
    public record Turning(String fact, String zh, String en, String to) {}

    /** The same, but what was unmet before keeps its moment. */
    UnmetConditions after(@Nullable UnmetConditions before) {
        List<Unmet> dated = unmet.stream()
                .map(now -> before == null ? now : before.dated(now))
                .toList();
        return new UnmetConditions(askedOn, ruleSet, dated, turnedBy);
    }

    private Unmet dated(Unmet now) {
        return unmet.stream()
                .filter(known -> known.condition().equals(now.condition()))
                .findFirst()
                .map(known ->
                        new Unmet(now.condition(), now.answeredBy(), now.who(), now.zh(), now.en(), known.since()))
                .orElse(now);
    }

    /** In one line of a timeline. */
    String told() {
        return unmet.stream().map(Unmet::condition).collect(Collectors.joining(", "));
    }
}
