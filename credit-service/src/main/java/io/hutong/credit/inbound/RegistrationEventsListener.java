package io.hutong.credit.inbound;

import io.hutong.credit.business.FollowRegister;
import io.hutong.events.RegistrationEvent;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the register's topic: which businesses there are, and how they change. */
@ApplicationScoped
class RegistrationEventsListener implements EventListener {
    private final FollowRegister follow;

    RegistrationEventsListener(FollowRegister follow) {
        this.follow = follow;
    }

    @Override
    public String inbox() {
        return "registration-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof RegistrationEvent event) {
            follow.handle(received.envelope().subject(), event);
        }
    }
}
