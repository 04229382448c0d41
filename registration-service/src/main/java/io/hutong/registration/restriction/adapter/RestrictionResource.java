package io.hutong.registration.restriction.adapter;

import io.hutong.identity.BizId;
import io.hutong.registration.restriction.ReadRestrictions;
import io.hutong.registration.restriction.RecordRestriction;
import io.hutong.registration.restriction.RecordRestriction.Document;
import io.hutong.registration.restriction.Restriction;
import io.hutong.registration.restriction.Restriction.Kind;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/businesses/{bizId}/restrictions")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("registrar")
@RequiresAgency("AMR")
@Tag(name = "restrictions", description = "Open cases, coercive measures, freezes and limits of registration (C5, C6)")
class RestrictionResource {
    /** An order against the business. */
    @Schema(name = "RestrictionRequest")
    record OrderJson(Kind kind, String authority, String documentNo, LocalDate on) {}

    /** By what an order is lifted. */
    @Schema(name = "RestrictionLifting")
    record LiftingJson(String authority, String documentNo, LocalDate on) {}

    private final RecordRestriction recordRestriction;
    private final ReadRestrictions restrictions;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    RestrictionResource(
            RecordRestriction recordRestriction,
            ReadRestrictions restrictions,
            IdempotentRequests idempotent,
            Caller caller) {
        this.recordRestriction = recordRestriction;
        this.restrictions = restrictions;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Record an open case, a coercive measure, a freeze or a limit of registration 立案、冻结、限制登记")
    @Idempotent
    @APIResponseSchema(value = RestrictionJson.class, responseCode = "201")
    public Response impose(@PathParam("bizId") BizId bizId, OrderJson body) {
        String path = "/businesses/" + bizId + "/restrictions";
        return idempotent.once("POST " + path, body, () -> {
            var order = new Document(body.authority(), body.documentNo(), body.on(), caller.clientId());
            Restriction imposed = recordRestriction.impose(bizId, body.kind(), order);
            return Response.created(URI.create(path + "/" + imposed.id()))
                    .entity(RestrictionJson.of(imposed))
                    .build();
        });
    }

    @POST
    @Path("/{restrictionId}/lifting")
    @Operation(summary = "Record by what it was lifted; what waited for it goes on")
    @Idempotent
    @APIResponseSchema(value = RestrictionJson.class, responseCode = "200")
    public Response lift(
            @PathParam("bizId") BizId bizId, @PathParam("restrictionId") UUID restrictionId, LiftingJson body) {
        return idempotent.once("POST /restrictions/" + restrictionId + "/lifting", body, () -> {
            var lifting = new Document(body.authority(), body.documentNo(), body.on(), caller.clientId());
            return Response.ok(RestrictionJson.of(recordRestriction.lift(bizId, restrictionId, lifting)))
                    .build();
        });
    }

    @GET
    @Operation(summary = "All orders against a business with their liftings, the latest first")
    public Page<RestrictionJson> list(@PathParam("bizId") BizId bizId) {
        return new Page<>(
                restrictions.all(bizId).stream().map(RestrictionJson::of).toList(), null);
    }
}
