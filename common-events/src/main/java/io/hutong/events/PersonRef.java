package io.hutong.events;

import io.hutong.identity.TextValue;

/** Stable pseudonym of a person for one recipient service: a keyed hash of the identity number. Only inside {@link Sealed}. */
public record PersonRef(String value) implements TextValue {

    public static PersonRef of(String text) {
        return new PersonRef(text);
    }

    @Override
    public String toString() {
        return "PersonRef[masked]";
    }
}
