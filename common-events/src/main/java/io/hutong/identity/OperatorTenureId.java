package io.hutong.identity;

import java.util.UUID;

/** Identity of one operator's time at one business; debts, consents and history stay with it (Civil Code art. 56). */
public record OperatorTenureId(UUID uuid) implements TextValue {

    public static OperatorTenureId of(String text) {
        return new OperatorTenureId(Cleaning.uuid(text, "tenure-id"));
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
