package io.hutong.testing.sample.inbound;

import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.testing.sample.opening.OpenBusiness;

/** A listener as it should be: it knows the features, they do not know it. */
class TaxEventsListener implements EventListener {
    private final OpenBusiness openBusiness;

    TaxEventsListener(OpenBusiness openBusiness) {
        this.openBusiness = openBusiness;
    }

    @Override
    public String inbox() {
        return "tax-events";
    }

    @Override
    public void on(ReceivedEvent event) {
        openBusiness.handle();
    }
}
