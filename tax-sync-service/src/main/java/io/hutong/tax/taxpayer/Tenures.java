package io.hutong.tax.taxpayer;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.util.List;
import java.util.Optional;

/** All tenures known at tax, oldest first within a business. */
public interface Tenures {
    Optional<Tenure> find(OperatorTenureId id);

    List<Tenure> of(BizId bizId);

    void add(Tenure tenure);

    void save(Tenure tenure);

    default Tenure require(OperatorTenureId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no tenure " + id));
    }
}
