package io.hutong.credit.existing.adapter;

import io.hutong.messaging.MassWorkPace;
import io.hutong.web.imports.ImportPace;
import jakarta.enterprise.context.ApplicationScoped;

/** Files give way to the changes that arrive and to the events that leave. */
@ApplicationScoped
class EntriesPace implements ImportPace {
    private final MassWorkPace pace;

    EntriesPace(MassWorkPace pace) {
        this.pace = pace;
    }

    @Override
    public boolean mayGoOn() {
        return pace.mayGoOn();
    }
}
