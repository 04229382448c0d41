package io.hutong.registration.register.adapter;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.PermitsShown.Shown;
import io.hutong.registration.register.RegisterState;
import io.hutong.registration.register.Suspension;
import io.hutong.registration.register.TaxStanding;
import io.hutong.web.Hint;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business as the register shows it: nothing that is not public, whoever asks. Read alone it comes with its hints. */
record BusinessJson(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        @Nullable String name,
        EntityType entityType,
        BusinessStatus status,
        LocalDate establishedOn,
        List<Address> premises,
        List<ScopeItem> scope,
        Industry industry,
        boolean onlineOnly,
        Registrar registrar,
        OperatorJson operator,
        @Nullable Suspension suspension,
        @Nullable TaxStanding taxStatus,
        @Nullable List<Shown> permits,
        long version,
        @Nullable LocalDate asOf,
        @Nullable ChangeId changeId,
        @Nullable List<Hint> hints) {

    /** Who runs the business, by the public name. */
    record OperatorJson(OperatorTenureId tenureId, String name) {}

    static BusinessJson of(Business business) {
        return of(business, business.state(), null, null, null, null);
    }

    static BusinessJson of(Business business, List<Shown> permits, List<Hint> hints) {
        return of(business, business.state(), permits, null, null, hints);
    }

    static BusinessJson opened(Business business, ChangeId changeId, List<Hint> hints) {
        return of(business, business.state(), null, null, changeId, hints);
    }

    static BusinessJson on(Business business, RegisterState then, LocalDate day, List<Hint> hints) {
        return of(business, then, null, day, null, hints);
    }

    private static BusinessJson of(
            Business business,
            RegisterState state,
            @Nullable List<Shown> permits,
            @Nullable LocalDate asOf,
            @Nullable ChangeId changeId,
            @Nullable List<Hint> hints) {
        var particulars = business.particulars();
        return new BusinessJson(
                business.id(),
                particulars.uscc(),
                state.name(),
                particulars.entityType(),
                state.status(),
                particulars.establishedOn(),
                state.premises(),
                state.scope(),
                particulars.industry(),
                particulars.onlineOnly(),
                particulars.registrar(),
                new OperatorJson(state.operator().id(), state.operator().operatorName()),
                state.suspension(),
                asOf == null ? business.taxStanding() : null,
                permits,
                business.version(),
                asOf,
                changeId,
                hints);
    }
}
