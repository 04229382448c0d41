package io.hutong.registration;

import static org.awaitility.Awaitility.await;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.events.EligibilityAnswer;
import io.hutong.events.ExchangeEvent;
import io.hutong.events.ExchangeEvent.EligibilityAnswered;
import io.hutong.events.ExchangeEvent.PermitChanged;
import io.hutong.events.ExchangeEvent.PermitEnded;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.events.ExchangeEvent.PremisesVerified;
import io.hutong.events.Origin;
import io.hutong.events.RegistrationEvent.AgencyEventSettled;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.EventContext;
import io.hutong.testing.RawEvent;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TopicReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other agencies as the register hears them: real events on the topic of the exchange, and the receipts they get. */
final class Agencies implements AutoCloseable {
    static final String HOUSING = "HUD-620702";
    static final String TOWN = "TOWN-620702001";
    static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    static final LocalDate TO = LocalDate.of(2031, 1, 4);

    final StreamFixture stream = StreamFixture.of("exchange");
    private final TopicReader register = TopicReader.of("registration.events");

    static PermitGranted granted(String agency, String no) {
        return new PermitGranted(origin(agency), "BUILDING_WORKS", no, Agency.HUD, FROM, TO);
    }

    static PermitChanged changed(String agency, String no, @Nullable LocalDate to) {
        return new PermitChanged(origin(agency), "BUILDING_WORKS", no, Agency.HUD, FROM, to, FROM.plusMonths(1));
    }

    static PermitEnded ended(String agency, String no, LocalDate on) {
        return new PermitEnded(origin(agency), "BUILDING_WORKS", no, on, PermitEnded.Reason.REVOKED);
    }

    static PremisesVerified verified(String agency, PremisesVerified.Result result) {
        return verified(agency, result, FROM);
    }

    static PremisesVerified verified(String agency, PremisesVerified.Result result, LocalDate on) {
        return new PremisesVerified(origin(agency), result, on);
    }

    /** Sealed for others than the register. */
    static EligibilityAnswered eligible(String agency, OperatorTenureId tenure) {
        return new EligibilityAnswered(
                origin(agency),
                EligibilityAnswered.Matter.STATUS,
                FROM,
                Sealed.under(tenure, Audience.ELIGIBILITY, new EligibilityAnswer("VETERAN", true)));
    }

    static EventContext answering(@Nullable String questionId) {
        EventContext any = StreamFixture.anyContext();
        EventId cause = questionId == null ? null : EventId.of(questionId);
        return new EventContext(
                any.occurredAt(), any.effectiveAt(), any.division(), any.correlationId(), cause, any.ruleSetId());
    }

    RawEvent next(String bizId, ExchangeEvent event, EventContext context) {
        return stream.next(BizId.of(bizId), event, context);
    }

    RawEvent says(String bizId, ExchangeEvent event) {
        return says(bizId, event, answering(null));
    }

    RawEvent says(String bizId, ExchangeEvent event, EventContext context) {
        return stream.publish(BizId.of(bizId), event, context);
    }

    /** Waits for the receipt of this event, and gives its outcome with the reason. */
    String outcome(String bizId, RawEvent event) {
        await("the receipt is there")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !receipts(bizId, event).isEmpty());
        List<AgencyEventSettled> receipts = receipts(bizId, event);
        if (receipts.size() != 1) {
            throw new AssertionError(receipts.size() + " receipts for one event");
        }
        String reason = receipts.get(0).reason();
        return receipts.get(0).outcome() + (reason == null ? "" : " " + reason);
    }

    /** Every receipt for this event; its cause and affair are those of the event. */
    List<AgencyEventSettled> receipts(String bizId, RawEvent event) {
        String id = event.header("ce_id");
        return register.of(BizId.of(bizId)).stream()
                .filter(said -> said.header("ce_type").contains("agency-event-settled"))
                .filter(said -> said.header("ce_causationid").equals(id)
                        && said.header("ce_correlationid").equals(event.header("ce_correlationid")))
                .map(said -> (AgencyEventSettled) stream.read(said))
                .filter(settled -> settled.eventId().value().equals(id))
                .toList();
    }

    /** What the register said about a business, by type. */
    List<RawEvent> heard(String bizId, String type) {
        return register.of(BizId.of(bizId)).stream()
                .filter(said -> said.header("ce_type").equals(type))
                .toList();
    }

    private static Origin origin(String agency) {
        return new Origin(
                AgencyCode.of(agency), "/agencies/" + agency, UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        stream.close();
        register.close();
    }
}
