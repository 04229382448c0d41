package io.hutong.tax.fact.adapter;

import io.hutong.messaging.MassWorkPace;
import io.hutong.web.imports.ImportPace;
import jakarta.enterprise.context.ApplicationScoped;

/** Files of facts give way to the changes that arrive and to the answers that leave. */
@ApplicationScoped
class FactsPace implements ImportPace {
    private final MassWorkPace pace;

    FactsPace(MassWorkPace pace) {
        this.pace = pace;
    }

    @Override
    public boolean mayGoOn() {
        return pace.mayGoOn();
    }
}
