package io.hutong.exchange.agency;

/** The record of every change of every agency; there is no way to alter it. */
public interface AgencyChanges {
    void append(AgencyChange change);
}
