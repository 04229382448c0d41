package io.hutong.registration.register;

import io.hutong.events.Address;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for with an opening, or known of a business from the bureau's earlier register. */
public record Opening(
        @Nullable UnifiedSocialCreditCode uscc,
        @Nullable String name,
        EntityType entityType,
        LocalDate establishedOn,
        List<Address> premises,
        List<ScopeItem> scope,
        Industry industry,
        boolean onlineOnly,
        Registrar registrar,
        Operator operator,
        List<FamilyMember> family) {
    public Opening {
        premises = List.copyOf(premises);
        scope = List.copyOf(scope);
        family = List.copyOf(family);
    }

    public Opening withUscc(UnifiedSocialCreditCode given) {
        return new Opening(
                given,
                name,
                entityType,
                establishedOn,
                premises,
                scope,
                industry,
                onlineOnly,
                registrar,
                operator,
                family);
    }
}
