package io.hutong.registration.register;

import io.hutong.identity.ChangeId;

/** What a use case registered: the change, and the business after it. */
public record Registered(Business business, ChangeId changeId) {}
