package io.hutong.tax.taxpayer;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangedFacts;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tax record of one business: what tax holds for true, which may lag behind the register while a change is held. */
public record Taxpayer(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        @Nullable String name,
        EntityType entityType,
        LocalDate establishedOn,
        List<Address> premises,
        List<ScopeItem> scope,
        Industry industry,
        boolean onlineOnly,
        Registrar registrar,
        OperatorTenureId tenureId,
        String operatorName,
        BusinessStatus registered,
        @Nullable LocalDate suspendedUntil,
        Standing standing,
        long version) {

    public Taxpayer {
        premises = List.copyOf(premises);
        scope = List.copyOf(scope);
    }

    /** The same taxpayer with the facts that a change names; what it does not name stays. */
    public Taxpayer with(ChangedFacts facts) {
        return new Taxpayer(
                bizId,
                uscc,
                facts.touchesName() ? facts.name() : name,
                entityType,
                establishedOn,
                facts.premises() == null ? premises : facts.premises(),
                facts.scope() == null ? scope : facts.scope(),
                industry,
                onlineOnly,
                registrar,
                tenureId,
                operatorName,
                registered,
                suspendedUntil,
                standing,
                version);
    }

    /** The same taxpayer under a name that may be none: an individual business need not have one. */
    public Taxpayer named(@Nullable String newName) {
        return new Taxpayer(
                bizId,
                uscc,
                newName,
                entityType,
                establishedOn,
                premises,
                scope,
                industry,
                onlineOnly,
                registrar,
                tenureId,
                operatorName,
                registered,
                suspendedUntil,
                standing,
                version);
    }

    public Taxpayer operatedBy(OperatorTenureId tenure, String operator) {
        return new Taxpayer(
                bizId,
                uscc,
                name,
                entityType,
                establishedOn,
                premises,
                scope,
                industry,
                onlineOnly,
                registrar,
                tenure,
                operator,
                registered,
                suspendedUntil,
                standing,
                version);
    }

    public Taxpayer registeredAs(BusinessStatus status, @Nullable LocalDate until) {
        return new Taxpayer(
                bizId,
                uscc,
                name,
                entityType,
                establishedOn,
                premises,
                scope,
                industry,
                onlineOnly,
                registrar,
                tenureId,
                operatorName,
                status,
                until,
                standing,
                version);
    }

    public Taxpayer standing(Standing other) {
        return new Taxpayer(
                bizId,
                uscc,
                name,
                entityType,
                establishedOn,
                premises,
                scope,
                industry,
                onlineOnly,
                registrar,
                tenureId,
                operatorName,
                registered,
                suspendedUntil,
                other,
                version);
    }

    /** Counties of its premises: another county is another tax office. */
    public Set<DivisionCode> counties() {
        return premises.stream().map(place -> place.division().county()).collect(Collectors.toSet());
    }
}
