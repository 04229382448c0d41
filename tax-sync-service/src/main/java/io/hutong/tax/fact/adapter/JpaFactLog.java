package io.hutong.tax.fact.adapter;

import io.hutong.events.Money;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactLog;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.fact.TaxFact;
import io.hutong.tax.shared.storage.JsonColumns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JpaFactLog implements FactLog, PanacheRepositoryBase<FactRow, String> {
    private final JsonColumns json;

    JpaFactLog(JsonColumns json) {
        this.json = json;
    }

    @Override
    public void append(List<TaxFact> facts) {
        facts.forEach(fact -> persist(row(fact)));
    }

    @Override
    public List<TaxFact> of(OperatorTenureId tenureId) {
        return list("tenureId = ?1 order by validFrom, recordedAt, id", tenureId.value()).stream()
                .map(this::fact)
                .toList();
    }

    @Override
    public List<TaxFact> of(BizId bizId) {
        return list("bizId = ?1 order by recordedAt desc, id desc", bizId.value()).stream()
                .map(this::fact)
                .toList();
    }

    private FactRow row(TaxFact fact) {
        FactRow row = new FactRow();
        row.id = fact.id().toString();
        row.bizId = fact.bizId().value();
        row.tenureId = fact.tenureId().value();
        row.item = fact.item().code();
        row.value = fact.value().name();
        Money amount = fact.amount();
        row.amountFen = amount == null ? null : amount.fen();
        row.note = json.encryptText(fact.note(), FactRow.NOTE);
        row.source = fact.source();
        row.validFrom = fact.validFrom();
        row.recordedAt = fact.recordedAt();
        return row;
    }

    private TaxFact fact(FactRow row) {
        return new TaxFact(
                UUID.fromString(row.id),
                BizId.of(row.bizId),
                OperatorTenureId.of(row.tenureId),
                FactItem.of(row.item).orElseThrow(),
                FactValue.valueOf(row.value),
                row.amountFen == null ? null : new Money(row.amountFen),
                json.text(row.note, FactRow.NOTE),
                row.source,
                row.validFrom,
                row.recordedAt);
    }
}
