package io.hutong.messaging.sealing;

import io.hutong.events.Audience;
import io.hutong.identity.OperatorTenureId;
import java.util.Set;

/** Name of a data key, {@code <producer>:<tenureId>:<AUDIENCE>}; the audience may be one that only newer code knows. */
public record KeyId(String producer, OperatorTenureId tenure, String audience) {

    public static KeyId of(String producer, OperatorTenureId tenure, Audience audience) {
        return new KeyId(producer, tenure, audience.name());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static KeyId parse(String kid) {
        String[] parts = kid.split(":", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[2].isEmpty()) {
            throw new IllegalArgumentException("a kid is producer:tenure:audience");
        }
        return new KeyId(parts[0], OperatorTenureId.of(parts[1]), parts[2]);
    }

    /** Services for which the contract foresees this key, beside its producer; none for an unknown audience. */
    public Set<String> recipients() {
        for (Audience known : Audience.values()) {
            if (known.name().equals(audience)) {
                return known.recipients();
            }
        }
        return Set.of();
    }

    @Override
    public String toString() {
        return producer + ":" + tenure + ":" + audience;
    }
}
