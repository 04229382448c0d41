package io.hutong.registration.premises;

import io.hutong.events.ExchangeEvent.PremisesVerified;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.registration.register.Settlement;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes the answer to a question about premises: the first one of the agency that was asked counts, also when it comes
 * late, but nobody has verified anything on a day to come. Runs in the transaction of the inbox.
 */
@ApplicationScoped
public class RecordVerification {
    private final Verifications verifications;

    public RecordVerification(Verifications verifications) {
        this.verifications = verifications;
    }

    public Settlement handle(Envelope envelope, PremisesVerified answer) {
        EventId question = envelope.context().causationId();
        if (question == null) {
            return Settlement.refused("question.not-named");
        }
        Optional<Verification> asked = verifications.askedBy(question);
        if (asked.isEmpty()) {
            return Settlement.refused("question.unknown");
        }
        // not the moment that the sender names: an answer is late if it came late
        return take(asked.get(), envelope.subject(), answer, envelope.id().madeAt());
    }

    private Settlement take(Verification asked, BizId about, PremisesVerified answer, Instant at) {
        if (!asked.bizId().equals(about)) {
            return Settlement.refused("question.of-another-business");
        }
        if (!asked.askedOf(answer.origin().agency())) {
            return Settlement.refused("question.to-another-agency");
        }
        if (asked.answer() != null) {
            return Settlement.refused("question.answered");
        }
        LocalDate day = LocalDate.ofInstant(at, LegalTime.ZONE);
        if (answer.verifiedOn().isAfter(day)) {
            return Settlement.refused("verification.in-the-future");
        }
        boolean late = day.isAfter(asked.asked().dueOn());
        verifications.answer(asked.answered(new Verification.Answer(
                answer.result(), answer.verifiedOn(), answer.origin().agency(), at, late)));
        return Settlement.applied();
    }
}
