package io.hutong.registration.premises.adapter;

import io.hutong.events.Address;
import io.hutong.identity.BizId;
import io.hutong.registration.premises.ReadVerifications;
import io.hutong.registration.premises.RequestVerification;
import io.hutong.registration.premises.Verification;
import io.hutong.registration.register.RegisterTime;
import io.hutong.web.Caller;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/premises-verifications")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("registrar")
@RequiresAgency("AMR")
@Tag(name = "premises", description = "Whether premises exist and may be used, asked of the agency of the place")
class VerificationResource {
    /** What to verify; the one registered physical place where nothing is named. */
    @Schema(name = "VerificationRequest")
    record RequestJson(@Nullable Address premises) {}

    private final RequestVerification requestVerification;
    private final ReadVerifications verifications;
    private final RegisterTime time;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    VerificationResource(
            RequestVerification requestVerification,
            ReadVerifications verifications,
            RegisterTime time,
            IdempotentRequests idempotent,
            Caller caller) {
        this.requestVerification = requestVerification;
        this.verifications = verifications;
        this.time = time;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Ask for verification of premises 住所核验")
    @Idempotent
    @APIResponseSchema(value = VerificationJson.class, responseCode = "201")
    public Response request(@PathParam("bizId") BizId bizId, @Nullable RequestJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/premises-verifications", body, () -> {
            Verification asked = requestVerification.handle(
                    new RequestVerification.Command(bizId, body == null ? null : body.premises(), caller.clientId()));
            return Response.created(URI.create("/businesses/" + bizId + "/premises-verifications/" + asked.id()))
                    .entity(VerificationJson.of(asked, time.today()))
                    .build();
        });
    }

    @GET
    @Operation(summary = "All questions about the premises of a business with their answers, the latest first")
    public Page<VerificationJson> list(@PathParam("bizId") BizId bizId) {
        return new Page<>(
                verifications.of(bizId).stream()
                        .map(asked -> VerificationJson.of(asked, time.today()))
                        .toList(),
                null);
    }

    @GET
    @Path("/{verificationId}")
    @Operation(summary = "One question about premises")
    public VerificationJson read(@PathParam("bizId") BizId bizId, @PathParam("verificationId") UUID verificationId) {
        return VerificationJson.of(verifications.one(bizId, verificationId), time.today());
    }
}
