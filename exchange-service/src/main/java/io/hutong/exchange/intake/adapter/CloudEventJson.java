package io.hutong.exchange.intake.adapter;

import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One CloudEvent in JSON, as the published interface describes it; what is sent is read by {@link CloudEventReader}. */
@Schema(name = "CloudEvent")
record CloudEventJson(
        @Schema(examples = "1.0") String specversion,

        @Schema(description = "Unique with source; sent again it is the same event")
        String id,

        @Schema(examples = "/agencies/TOWN-360703100") String source,

        @Schema(examples = "io.hutong.exchange.premises-verified.v1")
        String type,

        @Schema(description = "bizId, or the unified social credit code of a business on the register") @Nullable
        String subject,

        @Nullable OffsetDateTime time,
        @Schema(examples = "application/json") @Nullable String datacontenttype,
        @Nullable String dataschema,

        @Schema(description = "The id of the question that this answers") @Nullable
        String causationid,

        @Schema(description = "As the JSON Schema of the type says") @Nullable
        Map<String, Object> data) {}
