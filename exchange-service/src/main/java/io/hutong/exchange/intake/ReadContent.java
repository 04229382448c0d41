package io.hutong.exchange.intake;

import io.hutong.events.ExchangeEvent;
import io.hutong.events.Origin;
import io.hutong.identity.OperatorTenureId;

/** Makes the event of the contract from what a sender states, sealing under the operator's tenure what must be sealed. */
public interface ReadContent {

    /**
     * The event, its sealed fields marked for sealing.
     *
     * @throws io.hutong.web.Problem with the places that break the published intake schema
     */
    ExchangeEvent handle(Statement statement, Origin origin, OperatorTenureId tenure);
}
