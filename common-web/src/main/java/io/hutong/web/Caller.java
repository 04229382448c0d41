package io.hutong.web;

/** Who sends the request, by the claims of the token. Injectable. */
public interface Caller {

    /** The client of the issuer on whose behalf the request is made. */
    String clientId();

    /** Code of the agency, for example {@code AMR}; empty when the token names none. */
    String agency();

    boolean hasRole(String role);
}
