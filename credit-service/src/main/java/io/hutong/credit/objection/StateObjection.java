package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.filing.TellPlatform;
import io.hutong.credit.objection.Objection.State;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.ObjectionDecided;
import io.hutong.events.CreditEvent.ObjectionFiled;
import io.hutong.events.CreditEvent.PublicationObjectionDecided;
import io.hutong.events.CreditEvent.PublicationObjectionFiled;
import io.hutong.events.ObjectionResult;
import io.hutong.events.RepairTarget;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
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
        append(objection, filed(objection, business(objection).uscc()));
    }

    /** The first kind of event knows entries in the abnormal list only. */
    private static CreditEvent filed(Objection objection, UnifiedSocialCreditCode uscc) {
        Subject subject = objection.subject();
        Filing<String> filing = objection.filing();
        return subject.target() == RepairTarget.ABNORMAL_ENTRY
                ? new ObjectionFiled(objection.id(), uscc, entry(subject), filing.channel(), filing.on())
                : new PublicationObjectionFiled(
                        objection.id(), uscc, subject.target(), subject.id(), filing.channel(), filing.on());
    }

    /** Nothing is stated before it is settled; the platform that pushed it is told of every step. */
    void stepped(Objection objection) {
        platform.tell(objection);
        ObjectionResult result = result(objection.state());
        if (result != null) {
            append(objection, decided(objection, business(objection).uscc(), result));
        }
    }

    private static CreditEvent decided(Objection objection, UnifiedSocialCreditCode uscc, ObjectionResult result) {
        Subject subject = objection.subject();
        LocalDate on = objection.last().on();
        return subject.target() == RepairTarget.ABNORMAL_ENTRY
                ? new ObjectionDecided(objection.id(), uscc, entry(subject), result, on)
                : new PublicationObjectionDecided(objection.id(), uscc, subject.target(), subject.id(), result, on);
    }

    private static AbnormalEntryId entry(Subject subject) {
        return new AbnormalEntryId(subject.id().uuid());
    }

    /** What the platform pushed was corrected, and is worked on as it says now. */
    void corrected(Objection objection) {
        platform.tell(objection);
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
                                rules.version(objection.subject().target(), on)));
    }

    private KnownBusiness business(Objection objection) {
        return businesses.find(objection.bizId()).orElseThrow();
    }

    private static @Nullable ObjectionResult result(State state) {
        return switch (state) {
            case NOT_ACCEPTED -> ObjectionResult.NOT_ACCEPTED;
            case REJECTED -> ObjectionResult.REJECTED;
            case CORRECTED -> ObjectionResult.UPHELD;
            case WITHDRAWN -> ObjectionResult.WITHDRAWN;
            case BUSINESS_ENDED -> ObjectionResult.BUSINESS_ENDED;
            case FILED, ACCEPTED, FOUND_WRONG -> null;
        };
    }
}
