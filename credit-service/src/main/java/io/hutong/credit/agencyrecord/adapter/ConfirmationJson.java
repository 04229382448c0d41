package io.hutong.credit.agencyrecord.adapter;

import io.hutong.credit.agencyrecord.Confirmation;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.agencyrecord.StandingPermit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A confirmation as officers read it. */
@Schema(name = "RecordsConfirmation")
record ConfirmationJson(
        UUID confirmationId,
        RecordKind kind,
        @Nullable Instant since,
        int missed,
        List<PermitJson> permits,
        String basis,
        String by,
        Instant at) {
    /** A permit that has not ended; {@code until} is its last day, left out where none is known. */
    @Schema(name = "StandingPermit")
    record PermitJson(
            String permitType,
            String permitNo,
            LocalDate validFrom,
            @Nullable LocalDate until) {
        static PermitJson of(StandingPermit permit) {
            return new PermitJson(permit.permitType(), permit.permitNo(), permit.validFrom(), permit.until());
        }

        StandingPermit permit() {
            return new StandingPermit(permitType, permitNo, validFrom, until);
        }
    }

    ConfirmationJson {
        permits = List.copyOf(permits);
    }

    static ConfirmationJson of(Confirmation confirmation) {
        return new ConfirmationJson(
                confirmation.id(),
                confirmation.ended().kind(),
                confirmation.ended().since(),
                confirmation.ended().missed(),
                confirmation.permits().stream().map(PermitJson::of).toList(),
                confirmation.ground().basis(),
                confirmation.ground().by(),
                confirmation.ground().at());
    }
}
