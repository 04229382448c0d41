package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.PenaltyRules;
import io.hutong.credit.penalty.PublishPenalty;
import io.hutong.credit.penalty.ReadPenalties;
import io.hutong.credit.penalty.WithdrawPenalty;
import io.hutong.events.PenaltyFall;
import io.hutong.identity.PenaltyId;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/penalties")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "penalties")
class PenaltyResource {
    /** How and on which day the decision fell. */
    @Schema(name = "PenaltyWithdrawal")
    record WithdrawalJson(PenaltyFall reason, LocalDate fellOn) {}

    private final PublishPenalty publish;
    private final WithdrawPenalty withdraw;
    private final ReadPenalties read;
    private final PenaltyRules rules;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    PenaltyResource(
            PublishPenalty publish,
            WithdrawPenalty withdraw,
            ReadPenalties read,
            PenaltyRules rules,
            IdempotentRequests idempotent,
            Caller caller) {
        this.publish = publish;
        this.withdraw = withdraw;
        this.read = read;
        this.rules = rules;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Penalties that have to be published and are not yet, each with its last day")
    public Page<PenaltyJson> toPublish(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        PenaltyId after =
                cursor == null ? null : PenaltyId.of(Cursor.decode(cursor, 1).get(0));
        List<Penalty> found = read.toPublish(after, limit + 1);
        return Page.of(found, limit, this::json, last -> last.id().value());
    }

    @GET
    @Path("/{penaltyId}")
    @Operation(summary = "One penalty")
    public PenaltyJson one(@PathParam("penaltyId") PenaltyId penaltyId) {
        return json(read.one(penaltyId));
    }

    @POST
    @Path("/{penaltyId}/publication")
    @Operation(summary = "Show it to the public from today 公示")
    @Idempotent
    @APIResponseSchema(value = PenaltyJson.class, responseCode = "200")
    public Response publish(@PathParam("penaltyId") PenaltyId penaltyId) {
        return idempotent.once(
                "POST /penalties/" + penaltyId + "/publication",
                null,
                () -> Response.ok(json(publish.handle(penaltyId))).build());
    }

    @POST
    @Path("/{penaltyId}/withdrawal")
    @Operation(summary = "Withdraw it because the decision was changed or annulled 撤回")
    @Idempotent
    @APIResponseSchema(value = PenaltyJson.class, responseCode = "200")
    public Response withdraw(@PathParam("penaltyId") PenaltyId penaltyId, WithdrawalJson body) {
        return idempotent.once("POST /penalties/" + penaltyId + "/withdrawal", body, () -> {
            Penalty withdrawn = withdraw.handle(
                    new WithdrawPenalty.Command(penaltyId, body.reason(), body.fellOn(), caller.officer()));
            return Response.ok(json(withdrawn)).build();
        });
    }

    private PenaltyJson json(Penalty penalty) {
        return PenaltyJson.of(penalty, rules);
    }
}
