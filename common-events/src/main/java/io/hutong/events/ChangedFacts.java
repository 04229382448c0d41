package io.hutong.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts that one change touched, before or after it; what it did not touch is absent. */
public record ChangedFacts(
        @Nullable String name,
        @Nullable List<ScopeItem> scope,
        @Nullable List<Address> premises) {
    public ChangedFacts {
        scope = scope == null ? null : List.copyOf(scope);
        premises = premises == null ? null : List.copyOf(premises);
    }
}
