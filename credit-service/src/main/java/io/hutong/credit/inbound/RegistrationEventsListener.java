package io.hutong.credit.inbound;

import io.hutong.credit.business.FollowRegister;
import io.hutong.credit.consent.EndOutlived;
import io.hutong.credit.objection.CloseOvertakenObjections;
import io.hutong.credit.publication.WithholdEnded;
import io.hutong.credit.repair.CloseOvertakenRepairs;
import io.hutong.events.RegistrationEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the register's topic: which businesses there are, and how they change. */
@ApplicationScoped
class RegistrationEventsListener implements EventListener {
    private final FollowRegister follow;
    private final RegisterFollowers followers;
    private final EndOutlived consents;
    private final WithholdEnded shown;
    private final CloseOvertakenRepairs repairs;
    private final CloseOvertakenObjections objections;

    RegistrationEventsListener(
            FollowRegister follow,
            RegisterFollowers followers,
            EndOutlived consents,
            WithholdEnded shown,
            CloseOvertakenRepairs repairs,
            CloseOvertakenObjections objections) {
        this.follow = follow;
        this.followers = followers;
        this.consents = consents;
        this.shown = shown;
        this.repairs = repairs;
        this.objections = objections;
    }

    @Override
    public String inbox() {
        return "registration-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof RegistrationEvent event) {
            BizId bizId = received.envelope().subject();
            follow.handle(bizId, event).ifPresent(followers::handle);
            consents.handle(bizId, event);
            shown.handle(bizId, event);
            repairs.handle(bizId, event);
            objections.handle(bizId, event);
        }
    }
}
