package io.hutong.registration.register;

/** What waits to be registered and falls with its ground, when the business ends or the tenure concerned does. */
public interface Applications {
    Business groundGone(Business business, String reason, Origin origin);
}
