package io.hutong.registration.register.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.registration.register.Household;
import io.hutong.registration.register.TenureSpan;
import io.hutong.registration.register.Tenures;
import io.hutong.registration.shared.storage.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaTenures implements Tenures, PanacheRepositoryBase<OperatorTenureRow, String> {
    private static final String HOUSEHOLD = "operator_tenure.household";
    private static final String PERSON = "operator_tenure.person_lookup";

    private final ColumnCipher cipher;
    private final StoredJson json;

    JpaTenures(ColumnCipher cipher, StoredJson json) {
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    public Household household(OperatorTenureId id) {
        return open(row(id));
    }

    @Override
    public void begin(TenureSpan span, Household household) {
        OperatorTenureRow row = new OperatorTenureRow();
        row.tenureId = span.id().value();
        row.bizId = span.bizId().value();
        row.from = span.from();
        row.until = span.until();
        row.stands = true;
        row.household = cipher.encrypt(json.write(household), HOUSEHOLD);
        row.personLookup =
                cipher.lookup(household.operator().person().residentId().value(), PERSON);
        persist(row);
    }

    @Override
    public void end(OperatorTenureId id, LocalDate on) {
        row(id).until = on;
    }

    @Override
    public void rename(OperatorTenureId id, String name) {
        OperatorTenureRow row = row(id);
        Household household = open(row);
        if (!household.operator().person().name().equals(name)) {
            var renamed = new Household(household.operator().named(name), household.family());
            row.household = cipher.encrypt(json.write(renamed), HOUSEHOLD);
        }
    }

    @Override
    public void arrange(BizId bizId, List<TenureSpan> standing) {
        Map<String, TenureSpan> spans =
                standing.stream().collect(Collectors.toMap(span -> span.id().value(), Function.identity()));
        find("bizId", bizId.value()).stream().forEach(row -> {
            TenureSpan span = spans.get(row.tenureId);
            row.stands = span != null;
            if (span != null) {
                row.from = span.from();
                row.until = span.until();
            }
        });
    }

    private Household open(OperatorTenureRow row) {
        return json.read(cipher.decrypt(row.household, HOUSEHOLD), Household.class);
    }

    private OperatorTenureRow row(OperatorTenureId id) {
        OperatorTenureRow row = findById(id.value());
        if (row == null) {
            throw new IllegalStateException("a tenure of the register is not there");
        }
        return row;
    }
}
