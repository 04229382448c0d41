package io.hutong.exchange.agency;

import org.jspecify.annotations.Nullable;

/** A person at an agency and what for. */
public record Contact(
        Role role,
        String name,
        @Nullable String phone,
        @Nullable String email) {

    /** What a contact is responsible for; every agency names an officer for the sharing of data. */
    public enum Role {
        SHARING_OFFICER,
        SECURITY_OFFICER,
        TECHNICIAN,
        LEADER
    }

    @Override
    public String toString() {
        return "Contact[" + role + "]";
    }
}
