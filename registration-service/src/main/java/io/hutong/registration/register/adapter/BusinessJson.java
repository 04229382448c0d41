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
import io.hutong.registration.register.SeparateRegister;
import io.hutong.registration.register.Suspension;
import io.hutong.registration.register.TaxStanding;
import io.hutong.web.Hint;
import java.time.Instant;
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
        @Nullable LocalDate separateSince,
        @Nullable TaxStanding taxStatus,
        @Nullable List<Shown> permits,
        long version,
        @Nullable LocalDate asOf,
        @Nullable ChangeId changeId,
        @Nullable List<Hint> hints) {

    /** Who runs the business, by the public name. */
    record OperatorJson(OperatorTenureId tenureId, String name) {}

    static BusinessJson of(Business business) {
        return now(business, null, null, null);
    }

    static BusinessJson of(Business business, List<Shown> permits, List<Hint> hints) {
        return now(business, permits, null, hints);
    }

    static BusinessJson opened(Business business, ChangeId changeId, List<Hint> hints) {
        return now(business, null, changeId, hints);
    }

    static BusinessJson on(Business business, RegisterState then, LocalDate day, Instant knownAt, List<Hint> hints) {
        BusinessStatus status = business.separate().on(day, knownAt) ? Business.marked(then.status()) : then.status();
        return of(business, then, new Seen(status, null, day), null, null, hints);
    }

    private static BusinessJson now(
            Business business, @Nullable List<Shown> permits, @Nullable ChangeId changeId, @Nullable List<Hint> hints) {
        LocalDate since =
                business.inSeparateRegister().map(SeparateRegister.Term::since).orElse(null);
        return of(business, business.state(), new Seen(business.status(), since, null), permits, changeId, hints);
    }

    /** The status as it is seen, and the day it is seen on if that is not today. */
    private record Seen(
            BusinessStatus status,
            @Nullable LocalDate separateSince,
            @Nullable LocalDate asOf) {}

    private static BusinessJson of(
            Business business,
            RegisterState state,
            Seen seen,
            @Nullable List<Shown> permits,
            @Nullable ChangeId changeId,
            @Nullable List<Hint> hints) {
        var particulars = business.particulars();
        return new BusinessJson(
                business.id(),
                particulars.uscc(),
                state.name(),
                particulars.entityType(),
                seen.status(),
                particulars.establishedOn(),
                state.premises(),
                state.scope(),
                particulars.industry(),
                particulars.onlineOnly(),
                particulars.registrar(),
                new OperatorJson(state.operator().id(), state.operator().operatorName()),
                state.suspension(),
                seen.separateSince(),
                seen.asOf() == null ? business.taxStanding() : null,
                permits,
                business.version(),
                seen.asOf(),
                changeId,
                hints);
    }
}
