package io.hutong.events;

/** Ways in which a business passes to another operator, or the operator takes another name (Order 103 art. 17-19, 27). */
public enum OperatorChangeKind {
    INTER_VIVOS,
    FAMILY_INTERNAL,
    INHERITANCE,
    NAME_ONLY
}
