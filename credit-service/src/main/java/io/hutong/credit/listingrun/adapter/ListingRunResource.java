package io.hutong.credit.listingrun.adapter;

import io.hutong.credit.listingrun.DecideRun;
import io.hutong.credit.listingrun.ListingRun.Candidate;
import io.hutong.credit.listingrun.ListingRun.Counted;
import io.hutong.credit.listingrun.ListingRun.Fate;
import io.hutong.credit.listingrun.ProposeRun;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/listing-runs")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "listing runs", description = "The listing of all who did not file, from 1 July, signed by a person")
class ListingRunResource {
    private static final Logger LOG = Logger.getLogger(ListingRunResource.class);

    /** The year whose reports are missing. */
    @Schema(name = "ListingRunRequest")
    record RequestJson(int reportYear) {}

    /** A business that is not to be listed, and why. */
    @Schema(name = "ListingExclusion")
    record ExclusionJson(BizId bizId, String reason) {}

    /** One business in a run. */
    @Schema(name = "ListingCandidate")
    record CandidateJson(
            BizId bizId,
            UnifiedSocialCreditCode uscc,
            @Nullable String name,
            Fate fate,
            @Nullable String reason,
            @Nullable String by) {
        static CandidateJson of(Candidate candidate) {
            return new CandidateJson(
                    candidate.bizId(),
                    candidate.uscc(),
                    candidate.name(),
                    candidate.fate(),
                    candidate.reason(),
                    candidate.by());
        }
    }

    private final ProposeRun propose;
    private final DecideRun decide;
    private final RunViews views;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    ListingRunResource(
            ProposeRun propose, DecideRun decide, RunViews views, IdempotentRequests idempotent, Caller caller) {
        this.propose = propose;
        this.decide = decide;
        this.views = views;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Find all who did not file for a year 提出拟列入名单")
    @Idempotent
    @APIResponseSchema(value = RunJson.class, responseCode = "201")
    public Response propose(RequestJson body) {
        return idempotent.once("POST /listing-runs", body, () -> {
            Counted run = propose.handle(body.reportYear(), caller.officer());
            LOG.infof("runId=%s year=%d RunProposed", run.run().id(), body.reportYear());
            return Response.created(URI.create("/listing-runs/" + run.run().id()))
                    .entity(views.of(run))
                    .build();
        });
    }

    @GET
    @Operation(summary = "All runs, the latest first")
    public Page<RunJson> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        UUID before =
                cursor == null ? null : UUID.fromString(Cursor.decode(cursor, 1).get(0));
        List<Counted> found = decide.latest(before, limit + 1);
        return Page.of(found, limit, views::of, last -> last.run().id().toString());
    }

    @GET
    @Path("/{runId}")
    @Operation(summary = "How far a run has come")
    public RunJson read(@PathParam("runId") UUID runId) {
        return views.of(decide.read(runId));
    }

    @GET
    @Path("/{runId}/candidates")
    @Operation(summary = "The businesses of a run, by fate, or the one with that code")
    public Page<CandidateJson> candidates(
            @PathParam("runId") UUID runId,
            @QueryParam("uscc") @Nullable UnifiedSocialCreditCode uscc,
            @QueryParam("fate") @Nullable Fate fate,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        if (uscc != null) {
            return new Page<>(
                    decide.candidate(runId, uscc).stream()
                            .map(CandidateJson::of)
                            .toList(),
                    null);
        }
        BizId after = cursor == null ? null : BizId.of(Cursor.decode(cursor, 1).get(0));
        List<Candidate> found = decide.candidates(runId, fate, after, limit + 1);
        return Page.of(found, limit, CandidateJson::of, last -> last.bizId().value());
    }

    @POST
    @Path("/{runId}/exclusions")
    @Operation(summary = "Leave a business out before the signature 剔除")
    @Idempotent
    @APIResponseSchema(value = RunJson.class, responseCode = "200")
    public Response exclude(@PathParam("runId") UUID runId, ExclusionJson body) {
        return idempotent.once(
                "POST /listing-runs/" + runId + "/exclusions",
                body,
                () -> Response.ok(views.of(decide.exclude(runId, body.bizId(), body.reason(), caller.officer())))
                        .build());
    }

    @POST
    @Path("/{runId}/withdrawal")
    @Operation(summary = "Withdraw a run that is not signed 撤回")
    @Idempotent
    @APIResponseSchema(value = RunJson.class, responseCode = "200")
    public Response withdraw(@PathParam("runId") UUID runId) {
        return idempotent.once(
                "POST /listing-runs/" + runId + "/withdrawal",
                null,
                () -> Response.ok(views.of(decide.withdraw(runId))).build());
    }

    @POST
    @Path("/{runId}/sign-off")
    @Operation(summary = "Sign: from now on the system lists all that are left 签发")
    @Idempotent
    @APIResponseSchema(value = RunJson.class, responseCode = "202")
    public Response sign(@PathParam("runId") UUID runId) {
        return idempotent.once("POST /listing-runs/" + runId + "/sign-off", null, () -> {
            Counted run = decide.sign(runId, caller.officer());
            LOG.infof("runId=%s RunSigned", runId);
            return Response.accepted(views.of(run)).build();
        });
    }
}
