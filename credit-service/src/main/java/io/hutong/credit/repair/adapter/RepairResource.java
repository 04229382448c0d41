package io.hutong.credit.repair.adapter;

import io.hutong.credit.filing.Push;
import io.hutong.credit.repair.DecideRepair;
import io.hutong.credit.repair.DecideRepair.Findings;
import io.hutong.credit.repair.ReadRepairs;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.identity.RepairId;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/repairs")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "credit repair")
class RepairResource {
    private static final Logger LOG = Logger.getLogger(RepairResource.class);

    /**
     * A step; to grant, what the officer found; what the business is told, needed where the step goes against it. {@code version} is the
     * one that was read; needed where the platform that pushed the application has corrected it.
     */
    @Schema(name = "RepairStepToTake")
    record StepJson(
            RepairCase.Step step,
            @Nullable Integer version,
            @Nullable FindingsJson findings,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "StepJson[" + step + "]";
        }
    }

    /** Whether duties are fulfilled and what was wrong is corrected. */
    @Schema(name = "RepairFindings")
    record FindingsJson(boolean fulfilled, boolean corrected) {}

    /** One version of what the platform said, and when it came here. */
    @Schema(name = "PushedRepairVersion")
    record VersionJson(
            int version,
            LocalDate receivedOn,
            boolean fulfilled,
            boolean corrected,
            boolean promised,
            LocalDate pushedOn) {
        static VersionJson of(Push<Said> push) {
            return new VersionJson(
                    push.pushed().version(),
                    push.pushed().receivedOn(),
                    push.said().fulfilled(),
                    push.said().corrected(),
                    push.said().promised(),
                    push.on());
        }
    }

    private final DecideRepair decide;
    private final ReadRepairs read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    RepairResource(DecideRepair decide, ReadRepairs read, IdempotentRequests idempotent, Caller caller) {
        this.decide = decide;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Applications where something is due, the first asked first; or only those where it is late")
    public Page<RepairJson> due(
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        RepairId after =
                cursor == null ? null : RepairId.of(Cursor.decode(cursor, 1).get(0));
        List<RepairCase> found = overdue ? read.overdue(after, limit + 1) : read.due(after, limit + 1);
        return Page.of(found, limit, this::json, last -> last.id().value());
    }

    @GET
    @Path("/{repairId}")
    @Operation(summary = "One application")
    public RepairJson one(@PathParam("repairId") RepairId repairId) {
        return json(read.one(repairId));
    }

    @GET
    @Path("/{repairId}/versions")
    @Operation(
            summary =
                    "What the platform that pushed it said at first and in each correction; the last counts 推送内容的历次版本")
    public Page<VersionJson> versions(@PathParam("repairId") RepairId repairId) {
        return new Page<>(read.pushes(repairId).stream().map(VersionJson::of).toList(), null);
    }

    @POST
    @Path("/{repairId}/steps")
    @Operation(summary = "Take it up or not, extend it once, grant or refuse it, find false material 受理、延期、决定")
    @Idempotent
    @APIResponseSchema(value = RepairJson.class, responseCode = "200")
    public Response step(@PathParam("repairId") RepairId repairId, StepJson body) {
        return idempotent.once("POST /repairs/" + repairId + "/steps", body, () -> {
            FindingsJson found = body.findings();
            RepairCase after = decide.handle(new DecideRepair.Command(
                    repairId,
                    body.step(),
                    body.version(),
                    found == null ? null : new Findings(found.fulfilled(), found.corrected()),
                    body.reason(),
                    caller.officer()));
            LOG.infof(
                    "bizId=%s repairId=%s %s",
                    after.bizId(), repairId, after.progress().state());
            return Response.ok(json(after)).build();
        });
    }

    private RepairJson json(RepairCase repair) {
        return RepairJson.of(repair, read.reach(repair));
    }
}
