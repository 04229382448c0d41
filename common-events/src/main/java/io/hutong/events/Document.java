package io.hutong.events;

/** A document by its digest (SHA-256, lower-case hexadecimal) and type; the content is never in an event. */
public record Document(Type type, String sha256) {
    /** Papers of an operator change and of deregistration (Order 103 art. 19, 27, 30). */
    public enum Type {
        APPLICATION,
        PROMISE,
        OPERATOR_ID,
        INHERITANCE_PROOF,
        CLEARANCE_CERTIFICATE,
        OTHER
    }
}
