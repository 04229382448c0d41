package io.hutong.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that one change touched, before or after it; what it did not touch is absent. {@code unnamed} is true when the
 * change is about the name and on this side the business has none (无字号, Order 103 art. 14).
 */
public record ChangedFacts(
        @Nullable String name,
        @Nullable List<ScopeItem> scope,
        @Nullable List<Address> premises,
        @Nullable Boolean unnamed) {
    public ChangedFacts {
        scope = scope == null ? null : List.copyOf(scope);
        premises = premises == null ? null : List.copyOf(premises);
        if (name != null && Boolean.TRUE.equals(unnamed)) {
            throw new IllegalArgumentException("a business has a name or it has none");
        }
    }

    public static ChangedFacts of(
            @Nullable String name, @Nullable List<ScopeItem> scope, @Nullable List<Address> premises) {
        return new ChangedFacts(name, scope, premises, null);
    }

    public boolean removesName() {
        return Boolean.TRUE.equals(unnamed);
    }

    /** Whether the change is about the name, given or taken away. */
    public boolean touchesName() {
        return name != null || removesName();
    }
}
