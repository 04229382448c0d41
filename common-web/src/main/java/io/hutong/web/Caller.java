package io.hutong.web;

/** Who sends the request, by the claims of the token. Injectable. */
public interface Caller {

    /** The client of the issuer on whose behalf the request is made. */
    String clientId();

    /** Code of the agency, for example {@code AMR}; empty when the token names none. */
    String agency();

    boolean hasRole(String role);

    /**
     * The number (工号) of the officer who decides, by the header {@code Officer}: a client of the issuer stands for a desk, not for
     * a person. A request without it is refused.
     */
    String officer();
}
