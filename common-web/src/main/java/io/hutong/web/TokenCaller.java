package io.hutong.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

@RequestScoped
class TokenCaller implements Caller {
    private final SecurityIdentity identity;

    TokenCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public String clientId() {
        for (String claim : new String[] {"client_id", "azp", "sub"}) {
            String value = claim(claim);
            if (value != null) {
                return value;
            }
        }
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    @Override
    public String agency() {
        String agency = claim("agency");
        return agency == null ? "" : agency;
    }

    @Override
    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    private @Nullable String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof String value
                ? value
                : null;
    }
}
