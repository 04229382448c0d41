package io.hutong.registration.premises.adapter;

import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.ExchangeEvent.PremisesVerified.Result;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.registration.premises.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question about premises as the registrar sees it; {@code questionId} is what the answer names as its cause. */
record VerificationJson(
        UUID verificationId,
        BizId bizId,
        Address premises,
        State state,
        EventId questionId,
        Agency askedOf,
        Instant askedAt,
        LocalDate dueOn,
        boolean overdue,
        @Nullable AnswerJson answer) {
    /** Whether the answer is there. */
    enum State {
        OPEN,
        ANSWERED
    }

    /** The answer. */
    record AnswerJson(Result result, LocalDate verifiedOn, AgencyCode by, Instant at, boolean late) {
        static AnswerJson of(Verification.Answer answer) {
            return new AnswerJson(answer.result(), answer.verifiedOn(), answer.by(), answer.at(), answer.late());
        }
    }

    static VerificationJson of(Verification verification, LocalDate today) {
        Verification.Asked asked = verification.asked();
        Verification.Answer answer = verification.answer();
        return new VerificationJson(
                verification.id(),
                verification.bizId(),
                verification.premises(),
                answer == null ? State.OPEN : State.ANSWERED,
                asked.question(),
                asked.of(),
                asked.at(),
                asked.dueOn(),
                verification.overdue(today),
                answer == null ? null : AnswerJson.of(answer));
    }
}
