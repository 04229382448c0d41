package io.hutong.registration.imports.adapter;

import io.hutong.messaging.MassWorkPace;
import io.hutong.web.imports.ImportPace;
import jakarta.enterprise.context.ApplicationScoped;

/** The load gives way to interactive changes: it is paced by the age of the outbox. */
@ApplicationScoped
class LoadPace implements ImportPace {
    private final MassWorkPace outbox;

    LoadPace(MassWorkPace outbox) {
        this.outbox = outbox;
    }

    @Override
    public boolean mayGoOn() {
        return outbox.mayGoOn();
    }
}
