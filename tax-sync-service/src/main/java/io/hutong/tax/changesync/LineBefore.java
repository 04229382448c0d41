package io.hutong.tax.changesync;

import io.hutong.events.BlockingItem;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.clearance.Earlier;
import io.hutong.tax.clearance.EarlierChanges;
import io.hutong.tax.clearance.Hold;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks along the line of changes for what stands before something. */
@ApplicationScoped
class LineBefore implements EarlierChanges {
    private static final String OFFICER = "TAX_OFFICER";

    private final TaxChanges changes;
    private final LineRules rules;

    LineBefore(TaxChanges changes, LineRules rules) {
        this.changes = changes;
        this.rules = rules;
    }

    @Override
    public Hold until(BizId bizId, OperatorTenureId tenureId) {
        ChangeId begins = changes.waiting(bizId).stream()
                .filter(change -> change.content() instanceof NewOperator asked
                        && asked.newTenureId().equals(tenureId))
                .map(TaxChange::id)
                .findFirst()
                .orElse(null);
        return Hold.behind(1, begins, rules.version());
    }

    @Override
    public void expect(Collection<Hold> holds) {
        changes.expect(holds.stream()
                .map(Hold::behind)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    @Override
    public @Nullable Earlier of(@Nullable Hold hold) {
        ChangeId first = hold == null ? null : hold.behind();
        return first == null ? null : new Earlier(first, whoActs(first));
    }

    /** Whoever clears what holds it, or what holds the one before it; an officer where nobody is named. */
    private List<String> whoActs(ChangeId id) {
        Hold hold = changes.find(id).map(change -> change.progress().hold()).orElse(null);
        if (hold != null && hold.behind() != null) {
            return whoActs(hold.behind());
        }
        Set<String> named = new TreeSet<>();
        BlockingItem.Items items = hold == null ? null : hold.items();
        if (items != null) {
            items.items().forEach(item -> named.add(item.clearedBy()));
        }
        if (named.isEmpty() || items != null && !items.unknown().isEmpty()) {
            named.add(OFFICER);
        }
        return List.copyOf(named);
    }
}
