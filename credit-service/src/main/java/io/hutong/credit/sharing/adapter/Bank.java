package io.hutong.credit.sharing.adapter;

import io.hutong.credit.consent.ConnectedBanks;
import io.hutong.credit.sharing.Look;
import io.hutong.events.AgencyCode;
import io.hutong.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The institution on whose behalf a request is made: by the claim of its token and by nothing that it sends. */
@ApplicationScoped
class Bank {
    private final Caller caller;
    private final ConnectedBanks connected;

    Bank(Caller caller, ConnectedBanks connected) {
        this.caller = caller;
        this.connected = connected;
    }

    AgencyCode code() {
        return connected.refuseOthers(AgencyCode.of(caller.agency()));
    }

    Look.By asksFor(String purpose, List<String> fields) {
        return new Look.By(code(), caller.clientId(), purpose, fields);
    }
}
