package io.hutong.tax.taxpayer.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Position;
import io.hutong.tax.taxpayer.Divergence;
import io.hutong.tax.taxpayer.Divergences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class JpaDivergences implements Divergences, PanacheRepositoryBase<DivergenceRow, DivergenceRow.Key> {

    @Override
    public List<Divergence> of(BizId bizId) {
        return list("bizId = ?1 order by epoch, version", bizId.value()).stream()
                .map(row -> new Divergence(
                        bizId, new Position(row.epoch, row.version), ChangeId.of(row.changeId), row.recordedAt))
                .toList();
    }

    @Override
    public void add(Divergence divergence) {
        DivergenceRow row = new DivergenceRow();
        row.bizId = divergence.bizId().value();
        row.epoch = divergence.since().epoch();
        row.version = divergence.since().version();
        row.changeId = divergence.changeId().value();
        row.recordedAt = divergence.recordedAt();
        persist(row);
    }

    @Override
    public void end(BizId bizId, ChangeId changeId) {
        delete("bizId = ?1 and changeId = ?2", bizId.value(), changeId.value());
    }
}
