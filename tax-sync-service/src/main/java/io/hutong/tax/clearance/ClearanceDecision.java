package io.hutong.tax.clearance;

import io.hutong.events.BlockingItem;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.rules.Explanation;
import java.util.List;
import java.util.function.Function;

/** What the gate says of a tenure, with the whole account of why. Tax secret but for {@link #ruleSet()}. */
public sealed interface ClearanceDecision {
    Explanation explanation();

    /** Rule set and version, as events name them. */
    default String ruleSet() {
        return explanation().ruleSet() + "/" + explanation().version();
    }

    default <T> T match(
            Function<Immediate, T> immediate, Function<Held, T> held, Function<PendingData, T> pendingData) {
        if (this instanceof Immediate one) {
            return immediate.apply(one);
        }
        return this instanceof Held one ? held.apply(one) : pendingData.apply((PendingData) this);
    }

    /** Nothing stands against the change. */
    record Immediate(Basis basis, Explanation explanation) implements ClearanceDecision {}

    /** Every open item, and every fact that is unknown beside them. */
    record Held(List<BlockingItem> items, List<String> unknown, Explanation explanation) implements ClearanceDecision {
        public Held {
            items = List.copyOf(items);
            unknown = List.copyOf(unknown);
        }
    }

    /** No open item is known, but these facts are not known either. */
    record PendingData(List<String> missing, Explanation explanation) implements ClearanceDecision {
        public PendingData {
            missing = List.copyOf(missing);
        }
    }
}
