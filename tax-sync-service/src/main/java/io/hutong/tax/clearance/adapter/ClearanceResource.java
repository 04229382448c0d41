package io.hutong.tax.clearance.adapter;

import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.tax.clearance.Certificates;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.ClearanceRequests;
import io.hutong.tax.clearance.ClearanceRequests.Place;
import io.hutong.tax.clearance.DecideClearance;
import io.hutong.tax.clearance.EarlierChanges;
import io.hutong.tax.problem.ReasonJson;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.web.Cursor;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.InvalidParameter;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Clearance", description = "Requests for clearance before registration, and certificates")
class ClearanceResource {
    private final ClearanceRequests requests;
    private final Certificates certificates;
    private final EarlierChanges line;
    private final DecideClearance decide;
    private final IdempotentRequests idempotent;

    ClearanceResource(
            ClearanceRequests requests,
            Certificates certificates,
            EarlierChanges line,
            DecideClearance decide,
            IdempotentRequests idempotent) {
        this.requests = requests;
        this.certificates = certificates;
        this.line = line;
        this.decide = decide;
        this.idempotent = idempotent;
    }

    @GET
    @Path("clearance-requests")
    @Operation(summary = "Requests in one state (OPEN unless said), oldest first")
    public Page<RequestJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Page.limit(limit);
        List<ClearanceRequest> found = requests.page(stateOf(state), placeOf(cursor), size + 1);
        List<ClearanceRequest> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(this::json).toList(), found.size() > size ? cursorOf(shown.get(size - 1)) : null);
    }

    @POST
    @Path("clearance-requests/{changeId}/refusal")
    @Operation(summary = "Refuse the certificate")
    @Idempotent
    @APIResponseSchema(value = RequestJson.class, responseCode = "200")
    public Response refuse(@PathParam("changeId") ChangeId changeId, ReasonJson reason) {
        return idempotent.once(
                "POST /clearance-requests/" + changeId + "/refusal",
                reason,
                () -> Response.ok(json(decide.refuse(changeId, reason.checked())))
                        .build());
    }

    @POST
    @Path("clearance-requests/{changeId}/re-evaluation")
    @Operation(
            summary = "Put a waiting request to the gate again, also one whose certificate was revoked 重新判定",
            description =
                    "After a revocation the request waits for an officer: this goes on with it, the refusal ends it."
                            + " 清税证明撤销后，申请等待税务人员决定：重新判定的继续办理，拒绝的终止。")
    @Idempotent
    @APIResponseSchema(value = RequestJson.class, responseCode = "200")
    public Response reevaluate(@PathParam("changeId") ChangeId changeId) {
        return idempotent.once(
                "POST /clearance-requests/" + changeId + "/re-evaluation",
                null,
                () -> Response.ok(json(decide.reevaluate(changeId))).build());
    }

    @GET
    @Path("clearance-certificates/{id}")
    @Operation(summary = "A certificate and its state")
    public CertificateJson read(@PathParam("id") CertificateId id) {
        return certificates.find(id).map(CertificateJson::of).orElseThrow(TaxProblems::notFound);
    }

    @POST
    @Path("clearance-certificates/{id}/revocation")
    @Operation(summary = "Revoke a certificate in force that was not used yet; its request waits for an officer then")
    @Idempotent
    @APIResponseSchema(value = CertificateJson.class, responseCode = "200")
    public Response revoke(@PathParam("id") CertificateId id, ReasonJson reason) {
        return idempotent.once(
                "POST /clearance-certificates/" + id + "/revocation",
                reason,
                () -> Response.ok(CertificateJson.of(decide.revoke(id, reason.checked())))
                        .build());
    }

    private static ClearanceRequest.State stateOf(@Nullable String state) {
        if (state == null) {
            return ClearanceRequest.State.OPEN;
        }
        for (ClearanceRequest.State known : ClearanceRequest.State.values()) {
            if (known.name().equals(state)) {
                return known;
            }
        }
        throw InvalidParameter.of("state", "clearance-requests.state", "未知的申请状态", "no such state");
    }

    private static @Nullable Place placeOf(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        return new Place(Instant.parse(parts.get(0)), ChangeId.of(parts.get(1)));
    }

    private static String cursorOf(ClearanceRequest last) {
        return Cursor.encode(last.receivedAt().toString(), last.changeId().value());
    }

    private RequestJson json(ClearanceRequest request) {
        return RequestJson.of(request, line.of(request.hold()), certificates.forChange(request.changeId()));
    }
}
