package io.hutong.registration.premises;

import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.ExchangeEvent.PremisesVerified.Result;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The question whether premises exist and may be used, and its answer once there is one (Order 103 art. 11). */
public record Verification(
        UUID id,
        BizId bizId,
        Address premises,
        Asked asked,
        @Nullable Answer answer) {
    /** Which agencies were asked, by which event and client, and until when the answer is in time. */
    public record Asked(EventId question, Agency of, String by, Instant at, LocalDate dueOn) {}

    /** What was found, by whom, and whether the answer came after its day. */
    public record Answer(Result result, LocalDate verifiedOn, AgencyCode by, Instant at, boolean late) {}

    /** Whether this agency is the one that was asked: of that kind, and the place lies in its division. */
    boolean askedOf(AgencyCode agency) {
        return agency.kind() == asked.of() && premises.division().within(agency.division());
    }

    /** Whether the answer is still waited for after its last day. */
    public boolean overdue(LocalDate today) {
        return answer == null && asked.dueOn().isBefore(today);
    }

    Verification answered(Answer given) {
        return new Verification(id, bizId, premises, asked, given);
    }
}
