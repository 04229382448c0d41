package io.hutong.registration.register;

import io.hutong.events.PersonIdentity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who runs, or is to run, a business; {@code ageCheckedBy} has checked by hand that one who is not of age lives on
 * own labour income. Never prints itself.
 */
public record Operator(
        PersonIdentity person,
        @Nullable LocalDate birthDate,
        @Nullable String ageCheckedBy) {

    public Operator named(String name) {
        return new Operator(
                new PersonIdentity(name, person.residentId(), person.residence(), person.phone()),
                birthDate,
                ageCheckedBy);
    }

    @Override
    public String toString() {
        return "Operator[masked]";
    }
}
