package io.hutong.registration.register;

import io.hutong.identity.ResidentId;

/** A filed member of a family-run business (Order 103 art. 8). Never prints itself. */
public record FamilyMember(String name, ResidentId residentId) {
    @Override
    public String toString() {
        return "FamilyMember[masked]";
    }
}
