package io.hutong.credit.consent.adapter;

import io.hutong.credit.consent.Consent;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent of a business, and how often it was used. */
@Schema(name = "Consent")
record ConsentJson(
        ConsentId consentId,
        BizId bizId,
        AgencyCode recipient,
        String purpose,
        List<String> fields,
        LocalDate from,
        LocalDate to,
        int maxCalls,
        int callsMade,
        String evidence,
        Consent.Status status,
        Instant givenAt,
        @Nullable Instant endedAt) {

    static ConsentJson of(Consent consent) {
        return new ConsentJson(
                consent.id(),
                consent.bizId(),
                consent.terms().recipient(),
                consent.terms().purpose(),
                consent.terms().fields(),
                consent.terms().from(),
                consent.terms().to(),
                consent.terms().maxCalls(),
                consent.calls(),
                consent.terms().evidence(),
                consent.status(),
                consent.givenAt(),
                consent.endedAt());
    }
}
