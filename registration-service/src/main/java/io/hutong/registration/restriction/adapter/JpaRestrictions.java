package io.hutong.registration.restriction.adapter;

import io.hutong.identity.BizId;
import io.hutong.registration.restriction.Restriction;
import io.hutong.registration.restriction.Restriction.Act;
import io.hutong.registration.restriction.Restrictions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaRestrictions implements Restrictions, PanacheRepositoryBase<RestrictionRow, String> {
    @Override
    public void add(Restriction restriction) {
        RestrictionRow row = new RestrictionRow();
        row.restrictionId = restriction.id().toString();
        row.bizId = restriction.bizId().value();
        row.kind = restriction.kind();
        row.authority = restriction.imposed().authority();
        row.documentNo = restriction.imposed().documentNo();
        row.imposedOn = restriction.imposed().on();
        row.recordedAt = restriction.imposed().recordedAt();
        row.recordedBy = restriction.imposed().recordedBy();
        persist(row);
    }

    @Override
    public void lift(Restriction restriction) {
        RestrictionRow row = findById(restriction.id().toString());
        Act lifted = Objects.requireNonNull(restriction.lifted());
        row.liftedAuthority = lifted.authority();
        row.liftedDocumentNo = lifted.documentNo();
        row.liftedOn = lifted.on();
        row.liftedRecordedAt = lifted.recordedAt();
        row.liftedRecordedBy = lifted.recordedBy();
    }

    @Override
    public Optional<Restriction> find(UUID id) {
        return findByIdOptional(id.toString()).map(JpaRestrictions::restriction);
    }

    @Override
    public List<Restriction> of(BizId bizId) {
        return find("bizId = ?1 order by restrictionId desc", bizId.value()).stream()
                .map(JpaRestrictions::restriction)
                .toList();
    }

    @Override
    public List<Restriction> standing(BizId bizId) {
        return find("bizId = ?1 and liftedOn is null order by restrictionId", bizId.value()).stream()
                .map(JpaRestrictions::restriction)
                .toList();
    }

    private static Restriction restriction(RestrictionRow row) {
        return new Restriction(
                UUID.fromString(row.restrictionId),
                BizId.of(row.bizId),
                row.kind,
                new Act(row.authority, row.documentNo, row.imposedOn, row.recordedAt, row.recordedBy),
                row.liftedOn == null
                        ? null
                        : new Act(
                                row.liftedAuthority,
                                row.liftedDocumentNo,
                                row.liftedOn,
                                row.liftedRecordedAt,
                                row.liftedRecordedBy));
    }
}
