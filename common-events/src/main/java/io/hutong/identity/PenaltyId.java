package io.hutong.identity;

import java.util.UUID;

/** Identity of one penalty decision as credit keeps it (行政处罚). */
public record PenaltyId(UUID uuid) implements TextValue {

    public static PenaltyId of(String text) {
        return new PenaltyId(Cleaning.uuid(text, "penalty-id"));
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
