package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.tax.clearance.Certificate;
import io.hutong.tax.clearance.Certificates;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.ClearanceRequests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class MemoryClearance implements ClearanceRequests {
    private final Map<ChangeId, ClearanceRequest> requests = new LinkedHashMap<>();
    final MemoryCertificates certificates = new MemoryCertificates();

    @Override
    public Optional<BizId> businessOf(ChangeId changeId) {
        return find(changeId).map(request -> request.cause().bizId());
    }

    @Override
    public Optional<ClearanceRequest> find(ChangeId changeId) {
        return Optional.ofNullable(requests.get(changeId));
    }

    @Override
    public List<ClearanceRequest> openOf(BizId bizId) {
        return requests.values().stream()
                .filter(request -> request.cause().bizId().equals(bizId))
                .filter(request -> request.state() == ClearanceRequest.State.OPEN)
                .toList();
    }

    @Override
    public List<BizId> businessesWithOpen(@Nullable BizId last, int limit) {
        return requests.values().stream()
                .filter(request -> request.state() == ClearanceRequest.State.OPEN)
                .map(request -> request.cause().bizId())
                .filter(id -> last == null || id.compareTo(last) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public Set<BizId> withOpen(Set<BizId> among) {
        return among.stream().filter(id -> !openOf(id).isEmpty()).collect(Collectors.toSet());
    }

    @Override
    public List<ClearanceRequest> page(ClearanceRequest.State state, @Nullable Place after, int limit) {
        return requests.values().stream()
                .filter(request -> request.state() == state)
                .limit(limit)
                .toList();
    }

    @Override
    public void add(ClearanceRequest request) {
        requests.put(request.changeId(), request);
    }

    @Override
    public void save(ClearanceRequest request) {
        requests.put(request.changeId(), request);
    }

    static final class MemoryCertificates implements Certificates {
        private final Map<CertificateId, Certificate> all = new LinkedHashMap<>();

        @Override
        public Optional<BizId> businessOf(CertificateId id) {
            return find(id).map(Certificate::bizId);
        }

        @Override
        public Optional<Certificate> find(CertificateId id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Certificate> forChange(ChangeId changeId) {
            return all.values().stream()
                    .filter(one -> one.changeId().equals(changeId))
                    .toList();
        }

        @Override
        public List<Certificate> unusedOf(BizId bizId) {
            return all.values().stream()
                    .filter(one -> one.bizId().equals(bizId) && one.state() == Certificate.State.ISSUED)
                    .toList();
        }

        @Override
        public void add(Certificate certificate) {
            all.put(certificate.id(), certificate);
        }

        @Override
        public void save(Certificate certificate) {
            all.put(certificate.id(), certificate);
        }
    }
}
