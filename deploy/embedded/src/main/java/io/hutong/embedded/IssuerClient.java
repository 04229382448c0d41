package io.hutong.embedded;

import java.util.List;

/** A machine that may ask for tokens: its secret, the agency it belongs to and its roles. */
public record IssuerClient(String clientId, String secret, String agency, List<String> roles) {
    public IssuerClient {
        roles = List.copyOf(roles);
        if (clientId.isBlank() || secret.isBlank() || agency.isBlank()) {
            throw new IllegalArgumentException("a client has an id, a secret and an agency");
        }
    }

    @Override
    public String toString() {
        return "IssuerClient[" + clientId + ", " + agency + ", " + roles + "]";
    }
}
