package io.hutong.tax.changesync;

import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class MemoryTaxChanges implements TaxChanges {
    private final Map<ChangeId, TaxChange> all = new LinkedHashMap<>();

    @Override
    public Optional<BizId> businessOf(ChangeId id) {
        return find(id).map(TaxChange::bizId);
    }

    @Override
    public Optional<TaxChange> find(ChangeId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<TaxChange> waiting(BizId bizId) {
        return all.values().stream()
                .filter(change -> change.bizId().equals(bizId) && change.waiting())
                .sorted(Comparator.comparing(TaxChange::place))
                .toList();
    }

    @Override
    public List<TaxChange> notAllowed(BizId bizId) {
        throw new UnsupportedOperationException("only the officer's view asks");
    }

    @Override
    public List<TaxChange> endedBy(BizId bizId, ChangeId by) {
        return all.values().stream()
                .filter(change -> by.equals(change.progress().endedBy()))
                .toList();
    }

    @Override
    public List<TaxChange> overtaken(BizId bizId) {
        return all.values().stream()
                .filter(change -> change.bizId().equals(bizId) && change.state() == TaxChange.State.REFUSED)
                .filter(change -> change.progress().reason() == Reason.OVERTAKEN_BY_DEREGISTRATION)
                .sorted(Comparator.comparing(TaxChange::place))
                .toList();
    }

    @Override
    public List<BizId> businessesWaiting(@Nullable BizId last, int limit) {
        return all.values().stream()
                .filter(TaxChange::waiting)
                .map(TaxChange::bizId)
                .filter(id -> last == null || id.compareTo(last) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public Set<BizId> withWaiting(Set<BizId> among) {
        return all.values().stream()
                .filter(TaxChange::waiting)
                .map(TaxChange::bizId)
                .filter(among::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<TaxChange> held(HeldSearch search, int limit) {
        return all.values().stream().filter(TaxChange::waiting).limit(limit).toList();
    }

    @Override
    public void add(TaxChange change) {
        if (all.put(change.id(), change) != null) {
            throw new IllegalStateException("added twice");
        }
    }

    @Override
    public void save(TaxChange change) {
        all.put(change.id(), change);
    }
}
