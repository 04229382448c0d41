package io.hutong.messaging.rest;

import io.hutong.events.Agency;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Runs after the role check. A service of any agency may read from a source; all else is for operators of the office. */
@Provider
@CoordinatingOffice
class CoordinatingOfficeFilter implements ContainerRequestFilter {
    private final SecurityIdentity identity;
    private final ResourceInfo resource;

    CoordinatingOfficeFilter(SecurityIdentity identity, ResourceInfo resource) {
        this.identity = identity;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean service = resource.getResourceClass() == SourceResource.class && identity.hasRole("service");
        if (service ? !isAgency(claimed()) : !claimed().equals(Agency.JCO.name())) {
            throw new ForbiddenException("the agency of the token may not do this");
        }
    }

    private static boolean isAgency(String name) {
        return Arrays.stream(Agency.values()).anyMatch(agency -> agency.name().equals(name));
    }

    private String claimed() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("agency") instanceof String agency
                ? agency
                : "";
    }
}
