package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.PenaltyRules;
import io.hutong.credit.penalty.StateViolation;
import io.hutong.identity.PenaltyId;
import io.hutong.web.Caller;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/penalties/{penaltyId}/violation")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "penalties")
class PenaltyViolationResource {
    /** The code of a kind of violation in the authority's catalogue. */
    @Schema(name = "PenaltyViolation")
    record ViolationJson(String violation) {}

    private final StateViolation stating;
    private final PenaltyRules rules;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    PenaltyViolationResource(StateViolation stating, PenaltyRules rules, IdempotentRequests idempotent, Caller caller) {
        this.stating = stating;
        this.rules = rules;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary =
                    "State for which kind of violation it was decided; later penalties for the same bar its repair 违法行为")
    @Idempotent
    @APIResponseSchema(value = PenaltyJson.class, responseCode = "200")
    public Response state(@PathParam("penaltyId") PenaltyId penaltyId, ViolationJson body) {
        return idempotent.once("POST /penalties/" + penaltyId + "/violation", body, () -> {
            Penalty stated = stating.handle(new StateViolation.Command(penaltyId, body.violation(), caller.officer()));
            return Response.ok(PenaltyJson.of(stated, rules)).build();
        });
    }
}
