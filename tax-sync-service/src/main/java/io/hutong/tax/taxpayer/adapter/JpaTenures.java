package io.hutong.tax.taxpayer.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.shared.storage.JsonColumns;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaTenures implements Tenures, PanacheRepositoryBase<TenureRow, String> {
    private final JsonColumns json;

    JpaTenures(JsonColumns json) {
        this.json = json;
    }

    @Override
    public Optional<Tenure> find(OperatorTenureId id) {
        return findByIdOptional(id.value()).map(this::tenure);
    }

    @Override
    public List<Tenure> of(BizId bizId) {
        return list("bizId = ?1 order by fromDay, id", bizId.value()).stream()
                .map(this::tenure)
                .toList();
    }

    @Override
    public List<Term> terms(Collection<BizId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // a projection: what the persistence context holds may be older than the lock
        return getEntityManager()
                .createQuery(
                        "select t.id, t.bizId, t.fromDay, t.annulled from TenureRow t where t.bizId in ?1",
                        Object[].class)
                .setParameter(1, ids.stream().map(BizId::value).toList())
                .getResultList()
                .stream()
                .map(JpaTenures::term)
                .toList();
    }

    private static Term term(Object[] row) {
        String id = (String) row[0];
        String bizId = (String) row[1];
        return new Term(OperatorTenureId.of(id), BizId.of(bizId), (LocalDate) row[2], (Boolean) row[3]);
    }

    @Override
    public void add(Tenure tenure) {
        TenureRow row = new TenureRow();
        row.id = tenure.id().value();
        row.bizId = tenure.bizId().value();
        fill(row, tenure);
        persist(row);
    }

    @Override
    public void save(Tenure tenure) {
        fill(findById(tenure.id().value()), tenure);
    }

    private void fill(TenureRow row, Tenure tenure) {
        row.operator = json.encrypt(tenure.operator(), TenureRow.OPERATOR);
        row.fromDay = tenure.from();
        row.toDay = tenure.to();
        row.annulled = tenure.annulled();
    }

    private Tenure tenure(TenureRow row) {
        return new Tenure(
                OperatorTenureId.of(row.id),
                BizId.of(row.bizId),
                json.operator(row.operator, TenureRow.OPERATOR),
                row.fromDay,
                row.toDay,
                row.annulled);
    }
}
