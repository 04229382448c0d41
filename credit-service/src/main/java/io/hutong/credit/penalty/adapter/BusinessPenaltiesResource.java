package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.PenaltyRules;
import io.hutong.credit.penalty.ReadPenalties;
import io.hutong.credit.penalty.RecordPenalty;
import io.hutong.events.Money;
import io.hutong.events.PenaltyKind;
import io.hutong.identity.BizId;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/penalties")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "penalties", description = "Penalty decisions and their publication 行政处罚信息公示")
class BusinessPenaltiesResource {
    /**
     * A penalty decision; {@code amount} of the fine in yuan, 0 without one; {@code sector} is OTHER if none is given;
     * {@code violation} is the code of the kind of violation in the authority's catalogue.
     */
    @Schema(name = "PenaltyDecision")
    record DecisionJson(
            String decisionNo,
            PenaltyKind kind,
            BigDecimal amount,
            Penalty.Procedure procedure,
            boolean repeated,
            Penalty.@Nullable Sector sector,
            LocalDate decidedOn,
            String violation) {
        private Penalty.Decision decision() {
            return new Penalty.Decision(
                    decisionNo,
                    kind,
                    Money.ofYuan(amount),
                    procedure,
                    repeated,
                    sector == null ? Penalty.Sector.OTHER : sector,
                    decidedOn,
                    violation);
        }
    }

    private final RecordPenalty recording;
    private final ReadPenalties read;
    private final PenaltyRules rules;
    private final IdempotentRequests idempotent;

    BusinessPenaltiesResource(
            RecordPenalty recording, ReadPenalties read, PenaltyRules rules, IdempotentRequests idempotent) {
        this.recording = recording;
        this.read = read;
        this.rules = rules;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(summary = "Every penalty of a business that was recorded, the first recorded first")
    public Page<PenaltyJson> of(@PathParam("bizId") BizId bizId) {
        return new Page<>(
                read.of(bizId).stream().map(one -> PenaltyJson.of(one, rules)).toList(), null);
    }

    @POST
    @Operation(summary = "Record a penalty decision; it is weighed by the rules of its day 登记处罚决定")
    @Idempotent
    @APIResponseSchema(value = PenaltyJson.class, responseCode = "201")
    public Response add(@PathParam("bizId") BizId bizId, DecisionJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/penalties", body, () -> {
            Penalty recorded = recording.handle(new RecordPenalty.Command(bizId, body.decision()));
            return Response.created(URI.create("/penalties/" + recorded.id()))
                    .entity(PenaltyJson.of(recorded, rules))
                    .build();
        });
    }
}
