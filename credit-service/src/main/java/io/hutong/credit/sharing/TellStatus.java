package io.hutong.credit.sharing;

import io.hutong.credit.business.Businesses;
import io.hutong.events.BusinessStatus;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the institutions that subscribed to a business when its status changes. Runs in the transaction of the inbox, before the
 * projection; the stream is locked, as whoever subscribes does.
 */
@ApplicationScoped
public class TellStatus {
    private final Businesses businesses;
    private final TellSubscribers tell;
    private final Outbox outbox;

    TellStatus(Businesses businesses, TellSubscribers tell, Outbox outbox) {
        this.businesses = businesses;
        this.tell = tell;
        this.outbox = outbox;
    }

    public void handle(BizId bizId, RegistrationEvent event) {
        BusinessStatus status = after(event);
        if (status == null) {
            return;
        }
        outbox.lock(bizId);
        businesses
                .find(bizId)
                .filter(before -> before.status() != status)
                .ifPresent(before -> tell.tell(List.of(new TellSubscribers.Change(
                        bizId, FeedEntry.Kind.STATUS_CHANGED, Map.of("status", status.name())))));
    }

    private static @Nullable BusinessStatus after(RegistrationEvent event) {
        if (event instanceof Suspended) {
            return BusinessStatus.SUSPENDED;
        }
        if (event instanceof Resumed) {
            return BusinessStatus.ACTIVE;
        }
        if (event instanceof Deregistered) {
            return BusinessStatus.DEREGISTERED;
        }
        return event instanceof Annulled annulled ? annulled.restored().status() : null;
    }
}
