package io.hutong.tax.divergence.adapter;

import io.hutong.identity.ChangeId;
import io.hutong.tax.changesync.DecideHeldChange;
import io.hutong.tax.changesync.TaxChanges;
import io.hutong.tax.clearance.ClearanceRequests;
import io.hutong.tax.clearance.EarlierChanges;
import io.hutong.tax.problem.ReasonJson;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/changes/{changeId}")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Changes", description = "Changes of the register in tax's line")
class ChangeResource {
    private final TaxChanges changes;
    private final ClearanceRequests requests;
    private final EarlierChanges line;
    private final DecideHeldChange decide;
    private final IdempotentRequests idempotent;

    ChangeResource(
            TaxChanges changes,
            ClearanceRequests requests,
            EarlierChanges line,
            DecideHeldChange decide,
            IdempotentRequests idempotent) {
        this.changes = changes;
        this.requests = requests;
        this.line = line;
        this.decide = decide;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            summary = "A change with the decision behind it: conditions, facts, clauses, smallest changes",
            description =
                    "A decision that holds no longer, as after the revocation of a certificate, is shown as the earlier"
                            + " one. 清税证明撤销等之后，原判定不再作数，另列为以前的判定。")
    public ChangeJson read(@PathParam("changeId") ChangeId changeId) {
        return changes.find(changeId)
                .map(change -> ChangeJson.of(change, line))
                .or(() -> requests.find(changeId).map(request -> ChangeJson.of(request, line)))
                .orElseThrow(TaxProblems::notFound);
    }

    @POST
    @Path("/re-evaluation")
    @Operation(summary = "Put what waits of this business to the rules again")
    @Idempotent
    @APIResponseSchema(value = ChangeJson.class, responseCode = "200")
    public Response reevaluate(@PathParam("changeId") ChangeId changeId) {
        return idempotent.once(
                "POST /changes/" + changeId + "/re-evaluation",
                null,
                () -> Response.ok(ChangeJson.of(decide.reevaluate(changeId), line))
                        .build());
    }

    @POST
    @Path("/refusal")
    @Operation(summary = "End a waiting change without effect")
    @Idempotent
    @APIResponseSchema(value = ChangeJson.class, responseCode = "200")
    public Response refuse(@PathParam("changeId") ChangeId changeId, ReasonJson reason) {
        return idempotent.once(
                "POST /changes/" + changeId + "/refusal",
                reason,
                () -> Response.ok(ChangeJson.of(decide.refuse(changeId, reason.checked()), line))
                        .build());
    }

    @POST
    @Path("/certificate")
    @Operation(summary = "Issue a certificate in place of one that does not serve; only when the tenure is clear")
    @Idempotent
    @APIResponseSchema(value = ChangeJson.class, responseCode = "200")
    public Response replaceCertificate(@PathParam("changeId") ChangeId changeId) {
        return idempotent.once(
                "POST /changes/" + changeId + "/certificate",
                null,
                () -> Response.ok(ChangeJson.of(decide.replaceCertificate(changeId), line))
                        .build());
    }
}
