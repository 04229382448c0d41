package io.hutong.exchange.agency;

import io.hutong.events.AgencyCode;

/** An agency at the exchange: its profile and what it may state, each with a version of its own. */
public record RegisteredAgency(AgencyCode code, AgencyProfile profile, long version, Grants grants) {

    RegisteredAgency with(AgencyProfile next) {
        return new RegisteredAgency(code, next, version + 1, grants);
    }

    RegisteredAgency with(Grants next) {
        return new RegisteredAgency(code, profile, version, next);
    }
}
