package io.hutong.systemtests.agencies.party;

/** By which interface a party sends its events in. */
public enum Medium {
    HTTP,
    FILE
}
