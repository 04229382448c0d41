package io.hutong.registration.suspension.adapter;

import io.hutong.events.Address;
import io.hutong.identity.BizId;
import io.hutong.registration.register.Origin;
import io.hutong.registration.shared.answer.RegisteredAnswer;
import io.hutong.registration.suspension.ResumeTrade;
import io.hutong.registration.suspension.SuspendTrade;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("registrar")
@RequiresAgency("AMR")
@Tag(name = "changes")
class SuspensionResource {
    /** The term. */
    @Schema(name = "SuspensionRequest")
    record SuspensionJson(
            LocalDate until,
            Address serviceAddress,
            String reason,
            @Nullable LocalDate effectiveOn) {}

    /** The day of resumption. */
    @Schema(name = "ResumptionRequest")
    record ResumptionJson(@Nullable LocalDate effectiveOn) {}

    private final SuspendTrade suspendTrade;
    private final ResumeTrade resumeTrade;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    SuspensionResource(
            SuspendTrade suspendTrade, ResumeTrade resumeTrade, IdempotentRequests idempotent, Caller caller) {
        this.suspendTrade = suspendTrade;
        this.resumeTrade = resumeTrade;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("/{bizId}/suspension")
    @Operation(summary = "Suspend trade for a term 歇业")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "201")
    public Response suspend(
            @PathParam("bizId") BizId bizId, @HeaderParam("If-Match") @Nullable String ifMatch, SuspensionJson body) {
        long version = Preconditions.requireVersion(ifMatch);
        return idempotent.once(
                "POST /businesses/" + bizId + "/suspension",
                body,
                () -> RegisteredAnswer.created(suspendTrade.handle(new SuspendTrade.Command(
                        bizId,
                        version,
                        body.until(),
                        body.serviceAddress(),
                        body.reason(),
                        body.effectiveOn(),
                        Origin.of(caller.clientId())))));
    }

    @POST
    @Path("/{bizId}/resumption")
    @Operation(summary = "Resume trade 恢复经营")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "201")
    public Response resume(
            @PathParam("bizId") BizId bizId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ResumptionJson body) {
        long version = Preconditions.requireVersion(ifMatch);
        return idempotent.once(
                "POST /businesses/" + bizId + "/resumption",
                body,
                () -> RegisteredAnswer.created(resumeTrade.handle(new ResumeTrade.Command(
                        bizId, version, body == null ? null : body.effectiveOn(), Origin.of(caller.clientId())))));
    }
}
