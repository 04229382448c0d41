package io.hutong.registration.inbound;

import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.CreditEvent.SeriousListingRevoked;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.EventTypes;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.SkippedEvents;
import io.hutong.registration.creditstanding.RecordCreditStanding;
import io.hutong.registration.creditstanding.RecordCreditStanding.Missed;
import io.hutong.registration.operatorchange.ReconsiderApplications;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Nobody waits for an answer to what credit stated; but without a statement about a list the register must not tell any longer
 * who is on it. Anything else that was left out makes nothing doubtful, except what this version does not know.
 */
@ApplicationScoped
class DoubtSkipped implements SkippedEvents {
    private static final String SOURCE = "/credit";
    private static final Map<String, List<Missed>> MISSED = Map.of(
            EventTypes.typeOf(AbnormalListed.class), List.of(Missed.ABNORMAL_LISTING),
            EventTypes.typeOf(AbnormalRemoved.class), List.of(Missed.ABNORMAL_REMOVAL),
            EventTypes.typeOf(SeriousListed.class), List.of(Missed.SERIOUS_LISTING),
            EventTypes.typeOf(SeriousRemoved.class), List.of(Missed.SERIOUS_REMOVAL),
            EventTypes.typeOf(SeriousListingRevoked.class), List.of(Missed.SERIOUS_REMOVAL));

    private final RecordCreditStanding standings;
    private final ReconsiderApplications applications;

    DoubtSkipped(RecordCreditStanding standings, ReconsiderApplications applications) {
        this.standings = standings;
        this.applications = applications;
    }

    @Override
    public void skipped(Envelope envelope) {
        if (envelope.source().equals(SOURCE)) {
            List<Missed> missed = missed(envelope.type());
            missed.forEach(one -> standings.skipped(envelope.subject(), one));
            if (!missed.isEmpty()) {
                applications.stated(envelope.subject(), envelope.id());
            }
        }
    }

    private static List<Missed> missed(String type) {
        List<Missed> ofUnknown = List.of(Missed.ABNORMAL_LISTING, Missed.SERIOUS_LISTING);
        return MISSED.getOrDefault(type, EventTypes.classOf(type).isPresent() ? List.of() : ofUnknown);
    }
}
