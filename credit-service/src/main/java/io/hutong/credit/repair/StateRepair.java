package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.TellPlatform;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.RepairApplied;
import io.hutong.events.CreditEvent.RepairDecided;
import io.hutong.events.CreditEvent.RepairRequested;
import io.hutong.events.RepairDecision;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** States what happens to an application, on the stream of its business and to the platform that pushed it. */
@ApplicationScoped
class StateRepair {
    private final Businesses businesses;
    private final RepairRules rules;
    private final Outbox outbox;
    private final CreditTime time;
    private final TellPlatform platform;

    StateRepair(Businesses businesses, RepairRules rules, Outbox outbox, CreditTime time, TellPlatform platform) {
        this.businesses = businesses;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
        this.platform = platform;
    }

    void requested(RepairCase repair) {
        append(
                repair,
                new RepairRequested(
                        repair.id(),
                        business(repair).uscc(),
                        repair.subject().target(),
                        repair.subject().id(),
                        repair.filing().channel(),
                        repair.filing().on()));
    }

    /** Nothing is stated while an officer still has to decide; the platform that pushed it is told of every step. */
    void stepped(RepairCase repair) {
        platform.tell(repair);
        RepairDecision decision = decision(repair.progress().state());
        if (decision != null) {
            append(
                    repair,
                    new RepairDecided(
                            repair.id(),
                            business(repair).uscc(),
                            repair.subject().target(),
                            repair.subject().id(),
                            decision,
                            repair.progress().on(),
                            repair.progress().barredUntil()));
        }
    }

    void applied(RepairCase repair, String system, Instant at) {
        append(repair, new RepairApplied(repair.id(), business(repair).uscc(), system, at));
    }

    /** What the platform pushed was corrected, and is worked on as it says now. */
    void corrected(RepairCase repair) {
        platform.tell(repair);
    }

    void finished(RepairCase repair) {
        platform.tell(repair);
    }

    private void append(RepairCase repair, CreditEvent event) {
        KnownBusiness business = business(repair);
        outbox.lock(business.bizId())
                .append(
                        event,
                        new EventContext(
                                time.now(),
                                time.today(),
                                business.registrar(),
                                repair.id().uuid(),
                                null,
                                rules.version(repair.filing().on())));
    }

    private KnownBusiness business(RepairCase repair) {
        return businesses.find(repair.bizId()).orElseThrow();
    }

    private static @Nullable RepairDecision decision(State state) {
        return switch (state) {
            case NOT_ACCEPTED -> RepairDecision.NOT_ACCEPTED;
            case REFUSED -> RepairDecision.REFUSED;
            case FALSE_MATERIAL -> RepairDecision.FALSE_MATERIAL;
            case GRANTED -> RepairDecision.GRANTED;
            case WITHDRAWN -> RepairDecision.WITHDRAWN;
            case OPERATOR_CHANGED -> RepairDecision.OPERATOR_CHANGED;
            case BUSINESS_ENDED -> RepairDecision.BUSINESS_ENDED;
            case REQUESTED, ACCEPTED -> null;
        };
    }
}
