package io.hutong.registration.creditstanding.adapter;

import com.fasterxml.jackson.core.type.TypeReference;
import io.hutong.identity.BizId;
import io.hutong.registration.creditstanding.CreditStanding;
import io.hutong.registration.creditstanding.CreditStandings;
import io.hutong.registration.creditstanding.SeriousStanding;
import io.hutong.registration.shared.storage.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaCreditStandings implements CreditStandings, PanacheRepositoryBase<CreditStandingRow, String> {
    private static final TypeReference<List<CreditStanding.Entry>> ENTRIES = new TypeReference<>() {};
    private static final TypeReference<List<SeriousStanding.Entry>> SERIOUS = new TypeReference<>() {};
    private static final TypeReference<List<Integer>> YEARS = new TypeReference<>() {};

    private final StoredJson json;

    JpaCreditStandings(StoredJson json) {
        this.json = json;
    }

    @Override
    public Optional<CreditStanding> find(BizId bizId) {
        return findByIdOptional(bizId.value())
                .map(row -> new CreditStanding(
                        json.read(row.openEntries, ENTRIES),
                        json.read(row.filedYears, YEARS),
                        row.complete,
                        new SeriousStanding(json.read(row.seriousEntries, SERIOUS), row.seriousComplete)));
    }

    @Override
    public void save(BizId bizId, CreditStanding standing) {
        CreditStandingRow row = findById(bizId.value());
        if (row == null) {
            row = new CreditStandingRow();
            row.bizId = bizId.value();
            fill(row, standing);
            persist(row);
        } else {
            fill(row, standing);
        }
    }

    private void fill(CreditStandingRow row, CreditStanding standing) {
        row.openEntries = json.write(standing.open());
        row.filedYears = json.write(standing.filedYears());
        row.complete = standing.complete();
        row.seriousEntries = json.write(standing.serious().open());
        row.seriousComplete = standing.serious().complete();
    }
}
