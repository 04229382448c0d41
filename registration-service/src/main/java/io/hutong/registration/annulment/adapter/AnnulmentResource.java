package io.hutong.registration.annulment.adapter;

import io.hutong.identity.ChangeId;
import io.hutong.registration.annulment.AnnulChange;
import io.hutong.registration.register.Origin;
import io.hutong.registration.shared.answer.RegisteredAnswer;
import io.hutong.web.Caller;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Preconditions;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/changes")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "changes")
class AnnulmentResource {
    /** The decision. */
    record AnnulmentJson(String decisionNo, String reason) {}

    private final AnnulChange annulChange;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    AnnulmentResource(AnnulChange annulChange, IdempotentRequests idempotent, Caller caller) {
        this.annulChange = annulChange;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("/{changeId}/annulment")
    @RolesAllowed("registrar")
    @RequiresAgency("AMR")
    @Operation(summary = "Annul a registered change, or with its opening the whole registration 撤销登记")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "201")
    public Response annul(
            @PathParam("changeId") ChangeId changeId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            AnnulmentJson body) {
        long version = Preconditions.requireVersion(ifMatch);
        return idempotent.once(
                "POST /changes/" + changeId + "/annulment",
                body,
                () -> RegisteredAnswer.created(annulChange.handle(new AnnulChange.Command(
                        changeId, version, body.decisionNo(), body.reason(), Origin.of(caller.clientId())))));
    }
}
