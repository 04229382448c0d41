package io.hutong.credit.inbound;

import io.hutong.credit.business.FollowRegister;
import io.hutong.credit.consent.EndOutlived;
import io.hutong.credit.sharing.TellRegister;
import io.hutong.events.RegistrationEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the register's topic: which businesses there are, and how they change. */
@ApplicationScoped
class RegistrationEventsListener implements EventListener {
    private final FollowRegister follow;
    private final TellRegister tell;
    private final EndOutlived consents;

    RegistrationEventsListener(FollowRegister follow, TellRegister tell, EndOutlived consents) {
        this.follow = follow;
        this.tell = tell;
        this.consents = consents;
    }

    @Override
    public String inbox() {
        return "registration-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof RegistrationEvent event) {
            BizId bizId = received.envelope().subject();
            follow.handle(bizId, event).ifPresent(tell::handle);
            consents.handle(bizId, event);
        }
    }
}
