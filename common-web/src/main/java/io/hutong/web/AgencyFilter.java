package io.hutong.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Runs after authentication and the role check, before the body is read. */
@Provider
class AgencyFilter implements ContainerRequestFilter {
    private final Caller caller;
    private final ResourceInfo resource;

    AgencyFilter(Caller caller, ResourceInfo resource) {
        this.caller = caller;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequiresAgency required = required();
        if (required != null && Arrays.stream(required.value()).noneMatch(this::isCallers)) {
            throw Problem.of(CommonProblems.WRONG_AGENCY, "令牌所属部门不能执行此操作。", "The agency of the token may not do this.");
        }
    }

    private boolean isCallers(String agency) {
        return agency.endsWith("*")
                ? caller.agency().startsWith(agency.substring(0, agency.length() - 1))
                : caller.agency().equals(agency);
    }

    private @Nullable RequiresAgency required() {
        RequiresAgency onMethod = resource.getResourceMethod().getAnnotation(RequiresAgency.class);
        return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(RequiresAgency.class);
    }
}
