package io.hutong.events;

/** Legal form; never derived from the code's prefix (Order 103 art. 17). */
public enum EntityType {
    INDIVIDUAL_PERSON,
    INDIVIDUAL_FAMILY,
    ENTERPRISE_LLC,
    ENTERPRISE_SOLE,
    ENTERPRISE_PARTNERSHIP,
    OTHER
}
