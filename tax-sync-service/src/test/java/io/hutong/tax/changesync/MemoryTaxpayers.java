package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.taxpayer.Divergence;
import io.hutong.tax.taxpayer.Divergences;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class MemoryTaxpayers implements Taxpayers {
    private final Map<BizId, Taxpayer> all = new LinkedHashMap<>();
    private final Set<BizId> lost = new HashSet<>();

    /** Its record is damaged from now on; its code is still known. */
    void lose(BizId bizId) {
        lost.add(bizId);
    }

    @Override
    public Optional<Taxpayer> find(BizId bizId) {
        return Optional.ofNullable(all.get(bizId)).filter(one -> !lost.contains(bizId));
    }

    @Override
    public Optional<Taxpayer> find(UnifiedSocialCreditCode uscc) {
        return all.values().stream().filter(one -> one.uscc().equals(uscc)).findFirst();
    }

    @Override
    public List<Taxpayer> all(Collection<BizId> ids) {
        return ids.stream().map(this::require).toList();
    }

    @Override
    public boolean exists(BizId bizId) {
        return all.containsKey(bizId);
    }

    @Override
    public Map<UnifiedSocialCreditCode, Key> keys(Collection<UnifiedSocialCreditCode> codes) {
        return all.values().stream()
                .filter(one -> codes.contains(one.uscc()))
                .collect(Collectors.toMap(Taxpayer::uscc, one -> new Key(one.bizId(), one.tenureId())));
    }

    @Override
    public List<Taxpayer> after(@Nullable BizId last, int limit) {
        return List.copyOf(all.values());
    }

    @Override
    public void add(Taxpayer taxpayer) {
        all.put(taxpayer.bizId(), taxpayer);
    }

    @Override
    public void save(Taxpayer taxpayer) {
        all.put(taxpayer.bizId(), taxpayer);
    }

    static final class MemoryTenures implements Tenures {
        private final Map<OperatorTenureId, Tenure> all = new LinkedHashMap<>();

        @Override
        public Optional<Tenure> find(OperatorTenureId id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Tenure> of(BizId bizId) {
            return all.values().stream()
                    .filter(one -> one.bizId().equals(bizId))
                    .toList();
        }

        @Override
        public List<Term> terms(Collection<BizId> ids) {
            return all.values().stream()
                    .filter(one -> ids.contains(one.bizId()))
                    .map(one -> new Term(one.id(), one.bizId(), one.from(), one.annulled()))
                    .toList();
        }

        @Override
        public void add(Tenure tenure) {
            all.put(tenure.id(), tenure);
        }

        @Override
        public void save(Tenure tenure) {
            all.put(tenure.id(), tenure);
        }
    }

    static final class MemoryDivergences implements Divergences {
        private final List<Divergence> all = new ArrayList<>();

        @Override
        public List<Divergence> of(BizId bizId) {
            return all.stream().filter(one -> one.bizId().equals(bizId)).toList();
        }

        @Override
        public void add(Divergence divergence) {
            all.add(divergence);
        }

        @Override
        public void end(BizId bizId, ChangeId changeId) {
            all.removeIf(one -> one.bizId().equals(bizId) && one.changeId().equals(changeId));
        }
    }
}
