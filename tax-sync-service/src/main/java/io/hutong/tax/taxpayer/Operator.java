package io.hutong.tax.taxpayer;

import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import org.jspecify.annotations.Nullable;

/** Who operates a business: the public name, and the identity and pseudonym that only tax keeps, encrypted. */
public record Operator(
        String name,
        @Nullable PersonIdentity identity,
        @Nullable PersonRef ref) {

    /** The same person under another name. */
    public Operator named(String other) {
        PersonIdentity same = identity == null
                ? null
                : new PersonIdentity(other, identity.residentId(), identity.residence(), identity.phone());
        return new Operator(other, same, ref);
    }

    @Override
    public String toString() {
        return "Operator[masked]";
    }
}
