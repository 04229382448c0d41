package io.hutong.registration.operatorchange.adapter;

import io.hutong.identity.BizId;
import io.hutong.registration.operatorchange.RequestOperatorChange;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "operator changes")
class OperatorChangeResource {
    private final RequestOperatorChange requestOperatorChange;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    OperatorChangeResource(RequestOperatorChange requestOperatorChange, IdempotentRequests idempotent, Caller caller) {
        this.requestOperatorChange = requestOperatorChange;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("/{bizId}/operator-changes")
    @RolesAllowed("registrar")
    @RequiresAgency("AMR")
    @Operation(summary = "Request an operator change 经营者变更")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "201", responseDescription = "Registered")
    @APIResponse(
            responseCode = "202",
            description =
                    "Waits for tax clearance; registered by itself with the certificate, if the conditions are met then",
            content = @Content(schema = @Schema(implementation = RegisteredAnswer.class)))
    public Response request(
            @PathParam("bizId") BizId bizId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            OperatorChangeJson body) {
        long version = Preconditions.requireVersion(ifMatch);
        return idempotent.once("POST /businesses/" + bizId + "/operator-changes", body, () -> {
            var request = body.request(bizId, Origin.of(caller.clientId()));
            var result = requestOperatorChange.handle(new RequestOperatorChange.Command(request, version));
            return RegisteredAnswer.of(
                    result.registered() ? 201 : 202, "/operator-changes/", result.business(), result.changeId());
        });
    }
}
