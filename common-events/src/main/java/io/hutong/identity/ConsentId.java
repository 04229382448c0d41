package io.hutong.identity;

import java.util.UUID;

/** Identity of one consent of a business that a bank may be told figures of it (融资信用授权). */
public record ConsentId(UUID uuid) implements TextValue {

    public static ConsentId of(String text) {
        return new ConsentId(Cleaning.uuid(text, "consent-id"));
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
