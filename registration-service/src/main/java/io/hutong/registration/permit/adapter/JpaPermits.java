package io.hutong.registration.permit.adapter;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.registration.permit.Permit;
import io.hutong.registration.permit.Permits;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaPermits implements Permits, PanacheRepositoryBase<PermitRow, PermitRow.Key> {

    @Override
    public Optional<Permit> find(BizId bizId, Permit.Key key) {
        return findByIdOptional(rowKey(bizId, key)).map(JpaPermits::permit);
    }

    @Override
    public List<Permit> of(BizId bizId) {
        return find("bizId = ?1 order by permitType, permitNo", bizId.value()).stream()
                .map(JpaPermits::permit)
                .toList();
    }

    @Override
    public void save(BizId bizId, Permit permit) {
        PermitRow row = findById(rowKey(bizId, permit.key()));
        if (row == null) {
            row = new PermitRow();
            row.bizId = bizId.value();
            row.permitType = permit.key().permitType();
            row.permitNo = permit.key().permitNo();
            fill(row, permit);
            persist(row);
        } else {
            fill(row, permit);
        }
    }

    private static void fill(PermitRow row, Permit permit) {
        row.statedBy = permit.statedBy().value();
        row.department = permit.department();
        row.validFrom = permit.term().from();
        row.validTo = permit.term().to();
        Permit.End end = permit.end();
        row.endedOn = end == null ? null : end.on();
        row.endReason = end == null ? null : end.reason();
    }

    private static Permit permit(PermitRow row) {
        return new Permit(
                new Permit.Key(row.permitType, row.permitNo),
                AgencyCode.of(row.statedBy),
                row.department,
                new Permit.Term(row.validFrom, row.validTo),
                row.endedOn == null ? null : new Permit.End(row.endedOn, row.endReason));
    }

    private static PermitRow.Key rowKey(BizId bizId, Permit.Key key) {
        return new PermitRow.Key(bizId.value(), key.permitType(), key.permitNo());
    }
}
