package io.hutong.events;

import java.util.List;

/**
 * To whom a business agreed to show which fields, and what for. With which bank a person deals is nobody else's: in an event
 * only inside {@link Sealed}.
 */
public record ConsentScope(AgencyCode organisation, String purpose, List<String> fields) {
    public ConsentScope {
        fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
        return "ConsentScope[masked]";
    }
}
