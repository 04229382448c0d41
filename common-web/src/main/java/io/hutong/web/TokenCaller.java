package io.hutong.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

@RequestScoped
class TokenCaller implements Caller {
    private static final Pattern OFFICER = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final SecurityIdentity identity;
    private final HttpHeaders headers;

    TokenCaller(SecurityIdentity identity, HttpHeaders headers) {
        this.identity = identity;
        this.headers = headers;
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

    @Override
    public String officer() {
        String officer = headers.getHeaderString("Officer");
        if (officer == null || !OFFICER.matcher(officer).matches()) {
            throw Problem.of(
                    CommonProblems.BAD_REQUEST,
                    "请在请求头 Officer 中写明经办人工号。",
                    "Name the officer who decides by number, in the header Officer.",
                    new Violation(
                            "Officer",
                            "officer.required",
                            "经办人工号，1 至 40 位数字、字母或连字符",
                            "the officer's number, 1 to 40 digits, letters or hyphens"));
        }
        return officer;
    }

    private @Nullable String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof String value
                ? value
                : null;
    }
}
