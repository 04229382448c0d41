package io.hutong.registration.register;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ScopeItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registered facts that changes touch, as they stand on one day. */
public record RegisterState(
        BusinessStatus status,
        @Nullable String name,
        List<ScopeItem> scope,
        List<Address> premises,
        TenureRef operator,
        @Nullable Suspension suspension) {
    public RegisterState {
        scope = List.copyOf(scope);
        premises = List.copyOf(premises);
    }
}
