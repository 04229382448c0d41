package io.hutong.web;

import java.net.URI;

/**
 * A kind of refusal that clients may act on: a stable name, the HTTP status and one title per language. Each has a page
 * {@code docs/problems/<slug>.md} (RFC 9457).
 */
public record ProblemType(String slug, int status, String zh, String en) {

    public ProblemType {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a slug is lower-case words joined by hyphens");
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status of 400 to 599");
        }
    }

    /** The value of {@code type} in the answer; it never changes. */
    public URI uri() {
        return URI.create("urn:hutong:problem:" + slug);
    }
}
