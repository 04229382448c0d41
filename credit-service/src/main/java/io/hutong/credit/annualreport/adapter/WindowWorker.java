package io.hutong.credit.annualreport.adapter;

import io.hutong.credit.annualreport.OpenWindow;
import io.hutong.identity.DivisionCode;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks whether reports are taken from today on. */
@Singleton
class WindowWorker {
    private final OpenWindow open;
    private final DivisionCode authority;

    WindowWorker(OpenWindow open, @ConfigProperty(name = "hutong.credit.division") String authority) {
        this.open = open;
        this.authority = DivisionCode.of(authority);
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        open.handle(authority);
    }
}
