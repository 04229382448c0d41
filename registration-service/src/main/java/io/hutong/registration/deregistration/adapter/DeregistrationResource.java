package io.hutong.registration.deregistration.adapter;

import io.hutong.events.DeregistrationProcedure;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.registration.deregistration.DeregisterBusiness;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "changes")
class DeregistrationResource {
    /** The application; ORDINARY unless it says otherwise. */
    record DeregistrationJson(
            String reason,
            @Nullable CertificateId certificateId,
            @Nullable DeregistrationProcedure procedure,
            @Nullable LocalDate effectiveOn) {}

    private final DeregisterBusiness deregisterBusiness;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    DeregistrationResource(DeregisterBusiness deregisterBusiness, IdempotentRequests idempotent, Caller caller) {
        this.deregisterBusiness = deregisterBusiness;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("/{bizId}/deregistration")
    @RolesAllowed("registrar")
    @RequiresAgency("AMR")
    @Operation(summary = "Take a business off the register 注销登记")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "201")
    public Response deregister(
            @PathParam("bizId") BizId bizId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            DeregistrationJson body) {
        long version = Preconditions.requireVersion(ifMatch);
        return idempotent.once(
                "POST /businesses/" + bizId + "/deregistration",
                body,
                () -> RegisteredAnswer.created(deregisterBusiness.handle(new DeregisterBusiness.Command(
                        bizId,
                        version,
                        body.reason(),
                        body.certificateId(),
                        body.procedure() == null ? DeregistrationProcedure.ORDINARY : body.procedure(),
                        body.effectiveOn(),
                        Origin.of(caller.clientId())))));
    }
}
