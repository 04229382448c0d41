package io.hutong.tax.taxpayer.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.shared.storage.JsonColumns;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
