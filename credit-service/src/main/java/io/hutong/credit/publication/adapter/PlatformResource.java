package io.hutong.credit.publication.adapter;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Publications.Place;
import io.hutong.credit.publication.ReadPublications;
import io.hutong.credit.publication.Reconcile;
import io.hutong.credit.publication.Reconciliation;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "publication")
class PlatformResource {
    private final ReadPublications read;
    private final Reconcile reconcile;
    private final IdempotentRequests idempotent;
    private final Caller caller;
    private final CreditTime time;

    PlatformResource(
            ReadPublications read, Reconcile reconcile, IdempotentRequests idempotent, Caller caller, CreditTime time) {
        this.read = read;
        this.reconcile = reconcile;
        this.idempotent = idempotent;
        this.caller = caller;
        this.time = time;
    }

    @GET
    @Path("platforms")
    @Operation(summary = "The public platforms: what waits for each since when, and the last comparison 公示平台")
    public Page<PlatformJson> platforms() {
        return new Page<>(read.overview().stream().map(PlatformJson::of).toList(), null);
    }

    @GET
    @Path("platforms/{platform}/pending")
    @Operation(summary = "What a platform has not acknowledged, the oldest first")
    public Page<PublicationJson> pending(
            @PathParam("platform") String platform,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        List<Publication> found = read.pending(platform, place(cursor), limit + 1);
        List<Publication> page = found.size() > limit ? found.subList(0, limit) : found;
        String next = page.size() == found.size() ? null : cursor(page.get(limit - 1));
        return new Page<>(json(page), next);
    }

    @POST
    @Path("platforms/{platform}/reconciliations")
    @Operation(summary = "Begin to compare what a platform shows with what it should; what differs is ordered again 对账")
    @Idempotent
    @APIResponseSchema(value = PlatformJson.ReconciliationJson.class, responseCode = "202")
    public Response reconcile(@PathParam("platform") String platform) {
        return idempotent.once("POST /platforms/" + platform + "/reconciliations", null, () -> {
            Reconciliation run = reconcile.begin(platform, caller.officer());
            return Response.accepted(PlatformJson.ReconciliationJson.of(run))
                    .location(URI.create("/reconciliations/" + run.id()))
                    .build();
        });
    }

    @GET
    @Path("reconciliations/{runId}")
    @Operation(summary = "A comparison: how far it is, and what it found 对账结果")
    public PlatformJson.ReconciliationJson reconciliation(@PathParam("runId") UUID runId) {
        return PlatformJson.ReconciliationJson.of(reconcile.read(runId));
    }

    @GET
    @Path("publications/{subjectId}")
    @Operation(summary = "Where a fact is shown or was: which platform acknowledged what, and what hangs since when")
    public Page<PublicationJson> of(@PathParam("subjectId") UUID subjectId) {
        return new Page<>(json(read.of(subjectId)), null);
    }

    private List<PublicationJson> json(List<Publication> publications) {
        Instant now = time.now();
        return publications.stream()
                .map(publication -> PublicationJson.of(publication, now))
                .toList();
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, 2);
        return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
    }

    private static String cursor(Publication last) {
        return Cursor.encode(last.since().toString(), last.fact().subjectId().toString());
    }
}
