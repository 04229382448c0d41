package io.hutong.identity;

import java.util.UUID;

/** Identity of one demand of a business for a loan (融资需求). */
public record DemandId(UUID uuid) implements TextValue {

    public static DemandId of(String text) {
        return new DemandId(Cleaning.uuid(text, "demand-id"));
    }

    @Override
    public String value() {
        return uuid.toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
