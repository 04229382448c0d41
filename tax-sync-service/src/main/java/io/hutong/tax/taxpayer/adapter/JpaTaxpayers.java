package io.hutong.tax.taxpayer.adapter;

import com.fasterxml.jackson.core.type.TypeReference;
import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.shared.storage.JsonColumns;
import io.hutong.tax.taxpayer.Standing;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaTaxpayers implements Taxpayers, PanacheRepositoryBase<TaxpayerRow, String> {
    private final JsonColumns json;

    JpaTaxpayers(JsonColumns json) {
        this.json = json;
    }

    @Override
    public Optional<Taxpayer> find(BizId bizId) {
        return findByIdOptional(bizId.value()).map(this::taxpayer);
    }

    @Override
    public Optional<Taxpayer> find(UnifiedSocialCreditCode uscc) {
        return find("uscc = ?1 order by establishedOn desc, bizId", uscc.value())
                .firstResultOptional()
                .map(this::taxpayer);
    }

    @Override
    public List<Taxpayer> all(Collection<BizId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("bizId in ?1", ids.stream().map(BizId::value).toList()).stream()
                        .map(this::taxpayer)
                        .toList();
    }

    @Override
    public boolean exists(BizId bizId) {
        return count("bizId", bizId.value()) > 0;
    }

    @Override
    public Map<UnifiedSocialCreditCode, Key> keys(Collection<UnifiedSocialCreditCode> codes) {
        Map<UnifiedSocialCreditCode, Key> keys = new HashMap<>();
        if (codes.isEmpty()) {
            return keys;
        }
        // a projection: what the persistence context holds may be older than the lock
        getEntityManager()
                .createQuery(
                        "select t.uscc, t.bizId, t.tenureId from TaxpayerRow t where t.uscc in ?1"
                                + " order by t.establishedOn, t.bizId desc",
                        Object[].class)
                .setParameter(
                        1, codes.stream().map(UnifiedSocialCreditCode::value).toList())
                .getResultList()
                .forEach(row -> keys.put(
                        UnifiedSocialCreditCode.of((String) row[0]),
                        new Key(BizId.of((String) row[1]), OperatorTenureId.of((String) row[2]))));
        return keys;
    }

    @Override
    public List<Taxpayer> after(@Nullable BizId last, int limit) {
        List<TaxpayerRow> rows = find("bizId > ?1 order by bizId", last == null ? "" : last.value())
                .page(0, limit)
                .list();
        // whoever reads them all must not keep them all
        rows.forEach(getEntityManager()::detach);
        return rows.stream().map(this::taxpayer).toList();
    }

    @Override
    public void add(Taxpayer taxpayer) {
        TaxpayerRow row = new TaxpayerRow();
        row.bizId = taxpayer.bizId().value();
        fill(row, taxpayer);
        row.version = taxpayer.version();
        persist(row);
    }

    @Override
    public void save(Taxpayer taxpayer) {
        TaxpayerRow row = findById(taxpayer.bizId().value());
        fill(row, taxpayer);
        row.version++;
    }

    private void fill(TaxpayerRow row, Taxpayer taxpayer) {
        row.uscc = taxpayer.uscc().value();
        row.name = taxpayer.name();
        row.entityType = taxpayer.entityType().name();
        row.establishedOn = taxpayer.establishedOn();
        row.premises = json.write(taxpayer.premises());
        row.scope = json.write(taxpayer.scope());
        row.industry = taxpayer.industry().section() + " " + taxpayer.industry().code();
        row.onlineOnly = taxpayer.onlineOnly();
        row.registrarName = taxpayer.registrar().name();
        row.registrarDivision = taxpayer.registrar().division().value();
        row.tenureId = taxpayer.tenureId().value();
        row.operatorName = taxpayer.operatorName();
        row.registered = taxpayer.registered().name();
        row.suspendedUntil = taxpayer.suspendedUntil();
        row.standing = taxpayer.standing().status().name();
        row.standingSince = taxpayer.standing().since();
    }

    private Taxpayer taxpayer(TaxpayerRow row) {
        String[] industry = row.industry.split(" ", 2);
        return new Taxpayer(
                BizId.of(row.bizId),
                UnifiedSocialCreditCode.of(row.uscc),
                row.name,
                EntityType.valueOf(row.entityType),
                row.establishedOn,
                json.read(row.premises, new TypeReference<List<Address>>() {}),
                json.read(row.scope, new TypeReference<List<ScopeItem>>() {}),
                new Industry(industry[0], industry[1]),
                row.onlineOnly,
                new Registrar(row.registrarName, DivisionCode.of(row.registrarDivision)),
                OperatorTenureId.of(row.tenureId),
                row.operatorName,
                BusinessStatus.valueOf(row.registered),
                row.suspendedUntil,
                new Standing(Status.valueOf(row.standing), row.standingSince),
                row.version);
    }
}
