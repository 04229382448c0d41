package io.hutong.registration.export;

import io.hutong.events.CanonicalRecord;
import io.hutong.identity.BizId;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Businesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the register in the contract's canonical form, page by page in the order of the identities. */
@ApplicationScoped
public class ExportRegister {
    private final Businesses businesses;

    public ExportRegister(Businesses businesses) {
        this.businesses = businesses;
    }

    @Transactional
    public List<CanonicalRecord> after(@Nullable BizId last, int limit) {
        return businesses.after(last, limit).stream()
                .map(ExportRegister::canonical)
                .toList();
    }

    private static CanonicalRecord canonical(Business business) {
        var particulars = business.particulars();
        var state = business.state();
        return new CanonicalRecord(
                business.id(),
                particulars.uscc(),
                state.name(),
                particulars.entityType(),
                // as it is registered: the separate register is a mark over it, which tax does not keep
                state.status(),
                particulars.establishedOn(),
                state.operator().id(),
                state.operator().operatorName(),
                state.scope(),
                state.premises());
    }
}
