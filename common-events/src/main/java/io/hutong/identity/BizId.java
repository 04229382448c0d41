package io.hutong.identity;

import java.util.UUID;

/** Identity of a business for its whole life: it survives changes of code, operator, premises and legal form. */
public record BizId(UUID uuid) implements TextValue, Comparable<BizId> {

    public static BizId of(String text) {
        return new BizId(Cleaning.uuid(text, "biz-id"));
    }

    @Override
    public String value() {
        return uuid.toString();
    }

    @Override
    public int compareTo(BizId other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
