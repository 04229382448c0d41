package io.hutong.registration.ordinarychange.adapter;

import io.hutong.events.Address;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.registration.ordinarychange.ChangeFacts;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "changes")
class ChangeResource {
    /** What is to hold from now on. */
    @Schema(name = "FactsChangeRequest")
    record ChangeJson(
            @Nullable String name,
            @Nullable List<ScopeItem> scope,
            @Nullable List<Address> premises,
            @Nullable Boolean nameRemoved,
            @Nullable LocalDate effectiveOn) {}

    private final ChangeFacts changeFacts;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    ChangeResource(ChangeFacts changeFacts, IdempotentRequests idempotent, Caller caller) {
        this.changeFacts = changeFacts;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("/{bizId}/changes")
    @RolesAllowed("registrar")
    @RequiresAgency("AMR")
    @Operation(summary = "Change name, scope or premises 变更登记")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "201")
    public Response change(
            @PathParam("bizId") BizId bizId, @HeaderParam("If-Match") @Nullable String ifMatch, ChangeJson body) {
        long version = Preconditions.requireVersion(ifMatch);
        return idempotent.once(
                "POST /businesses/" + bizId + "/changes",
                body,
                () -> RegisteredAnswer.created(changeFacts.handle(new ChangeFacts.Command(
                        bizId,
                        version,
                        body.name(),
                        body.scope(),
                        body.premises(),
                        Boolean.TRUE.equals(body.nameRemoved()),
                        body.effectiveOn(),
                        Origin.of(caller.clientId())))));
    }
}
