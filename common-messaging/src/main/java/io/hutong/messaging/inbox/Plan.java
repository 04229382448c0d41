package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens to each event of a batch, decided before anything happens. Pure. */
final class Plan {
    /** An event and what to do with it. */
    record Item(Incoming incoming, Step step) {}

    private final List<Item> items = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<BizId, Known> known;
    private final Map<BizId, Known> advanced = new HashMap<>();
    private final Set<BizId> parked;

    private Plan(Map<BizId, Known> known, Set<BizId> parked) {
        this.known = new HashMap<>(known);
        this.parked = new HashSet<>(parked);
    }

    static Plan of(List<Incoming> batch, Map<BizId, Known> known, Set<BizId> parked) {
        Plan plan = new Plan(known, parked);
        batch.forEach(plan::add);
        return plan;
    }

    private void add(Incoming incoming) {
        BizId bizId = incoming.bizId();
        Known last = known.getOrDefault(bizId, PositionTable.NONE);
        Step step = Sequencing.compare(last, parked.contains(bizId), incoming);
        switch (step) {
            case APPLY -> advance(bizId, incoming);
            case PARK, CONFLICT -> parked.add(bizId);
            case GAP -> {
                gaps.add(new Gap(
                        incoming,
                        last.position().version() + 1,
                        incoming.position().version() - 1));
                advance(bizId, incoming);
            }
            case DUPLICATE, QUEUE -> {}
        }
        items.add(new Item(incoming, step));
    }

    private void advance(BizId bizId, Incoming incoming) {
        known.put(bizId, Known.after(incoming));
        advanced.put(bizId, Known.after(incoming));
    }

    List<Item> items() {
        return items;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** The new positions of the streams that went on. */
    Map<BizId, Known> advanced() {
        return advanced;
    }

    boolean parksAny() {
        return items.stream().anyMatch(item -> item.step() == Step.PARK || item.step() == Step.CONFLICT);
    }
}
