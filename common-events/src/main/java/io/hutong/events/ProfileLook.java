package io.hutong.events;

import io.hutong.identity.ConsentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looked at a business, what for, on the ground of which consent, and at which fields beside what is public. With which
 * bank a person deals is nobody else's: in an event only inside {@link Sealed}.
 */
public record ProfileLook(
        AgencyCode organisation, String purpose, @Nullable ConsentId consentId, List<String> fields, Instant at) {
    public ProfileLook {
        fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
        return "ProfileLook[masked]";
    }
}
