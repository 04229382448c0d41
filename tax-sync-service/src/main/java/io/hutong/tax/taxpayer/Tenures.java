package io.hutong.tax.taxpayer;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All tenures known at tax, oldest first within a business. */
public interface Tenures {
    Optional<Tenure> find(OperatorTenureId id);

    List<Tenure> of(BizId bizId);

    /** When the tenures of some businesses began, as it is now, without who the operators are. */
    List<Term> terms(Collection<BizId> ids);

    /** One tenure by its first day. */
    record Term(OperatorTenureId id, BizId bizId, LocalDate from, boolean annulled) {}

    void add(Tenure tenure);

    void save(Tenure tenure);

    default Tenure require(OperatorTenureId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no tenure " + id));
    }
}
