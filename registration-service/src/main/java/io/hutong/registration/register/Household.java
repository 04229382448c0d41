package io.hutong.registration.register;

import io.hutong.identity.ResidentId;
import java.util.ArrayList;
import java.util.List;

/** The operator of a tenure and, in a family-run business, the members filed with it. Never prints itself. */
public record Household(Operator operator, List<FamilyMember> family) {
    public Household {
        family = List.copyOf(family);
    }

    /** One person, without filed members. */
    public static Household of(Operator operator) {
        return new Household(operator, List.of());
    }

    /** A family; the operator is a member of it too. */
    public static Household family(Operator operator, List<FamilyMember> filed) {
        var person = operator.person();
        List<FamilyMember> all = new ArrayList<>(filed);
        if (filed.stream().noneMatch(member -> member.residentId().equals(person.residentId()))) {
            all.add(new FamilyMember(person.name(), person.residentId()));
        }
        return new Household(operator, all);
    }

    public boolean includes(ResidentId person) {
        return family.stream().anyMatch(member -> member.residentId().equals(person));
    }

    public boolean isRunBy(ResidentId person) {
        return operator.person().residentId().equals(person);
    }

    @Override
    public String toString() {
        return "Household[masked]";
    }
}
