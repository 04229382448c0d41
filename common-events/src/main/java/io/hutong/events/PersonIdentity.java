package io.hutong.events;

import io.hutong.identity.ResidentId;
import org.jspecify.annotations.Nullable;

/** Who an operator is, for those entitled to know. Sensitive: in an event only inside {@link Sealed}. */
public record PersonIdentity(
        String name,
        ResidentId residentId,
        @Nullable String residence,
        @Nullable String phone) {
    @Override
    public String toString() {
        return "PersonIdentity[masked]";
    }
}
