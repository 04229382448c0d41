package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.objection.Objection.State;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.ObjectionDecided;
import io.hutong.events.CreditEvent.ObjectionDecided.Result;
import io.hutong.events.CreditEvent.ObjectionFiled;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** States what happens to an objection, on the stream of its business and to the platform that pushed it. */
@ApplicationScoped
class StateObjection {
    private final Businesses businesses;
    private final ObjectionRules rules;
    private final Outbox outbox;
    private final CreditTime time;
    private final TellPlatform platform;

    StateObjection(Businesses businesses, ObjectionRules rules, Outbox outbox, CreditTime time, TellPlatform platform) {
        this.businesses = businesses;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
        this.platform = platform;
    }

    void filed(Objection objection) {
        append(
                objection,
                new ObjectionFiled(
                        objection.id(),
                        business(objection).uscc(),
                        objection.entryId(),
                        objection.filing().channel(),
                        objection.filing().on()));
    }

    /** Nothing is stated before it is settled; the platform that pushed it is told of every step. */
    void stepped(Objection objection) {
        platform.tell(objection);
        Result result = result(objection.state());
        if (result != null) {
            append(
                    objection,
                    new ObjectionDecided(
                            objection.id(),
                            business(objection).uscc(),
                            objection.entryId(),
                            result,
                            objection.last().on()));
        }
    }

    private void append(Objection objection, CreditEvent event) {
        LocalDate on = objection.last().on();
        KnownBusiness business = business(objection);
        outbox.lock(business.bizId())
                .append(
                        event,
                        new EventContext(
                                time.now(),
                                on,
                                business.registrar(),
                                objection.id().uuid(),
                                null,
                                rules.version(on)));
    }

    private KnownBusiness business(Objection objection) {
        return businesses.find(objection.bizId()).orElseThrow();
    }

    private static @Nullable Result result(State state) {
        return switch (state) {
            case NOT_ACCEPTED -> Result.NOT_ACCEPTED;
            case REJECTED -> Result.REJECTED;
            case CORRECTED -> Result.UPHELD;
            case WITHDRAWN -> Result.WITHDRAWN;
            case BUSINESS_ENDED -> Result.BUSINESS_ENDED;
            case FILED, ACCEPTED, FOUND_WRONG -> null;
        };
    }
}
