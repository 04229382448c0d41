package io.hutong.credit.repair.adapter;

import io.hutong.credit.filing.Subject;
import io.hutong.credit.repair.ReadRepairs;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RequestRepair;
import io.hutong.credit.repair.WithdrawRepair;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

@Path("/businesses/{bizId}/repairs")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed({"report-filer", "credit-officer"})
@RequiresAgency("AMR")
@Tag(name = "credit repair", description = "Applications to end what is shown of a business 信用修复, free of charge")
class BusinessRepairsResource {
    private static final Logger LOG = Logger.getLogger(BusinessRepairsResource.class);

    /** What is asked, and what the business says of its duties, of correction, and of a public promise. */
    @Schema(name = "RepairRequest")
    record RequestJson(
            RepairTarget target, RepairTargetId targetId, boolean fulfilled, boolean corrected, boolean promised) {}

    private final RequestRepair request;
    private final WithdrawRepair withdraw;
    private final ReadRepairs read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    BusinessRepairsResource(
            RequestRepair request,
            WithdrawRepair withdraw,
            ReadRepairs read,
            IdempotentRequests idempotent,
            Caller caller) {
        this.request = request;
        this.withdraw = withdraw;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "Applications of a business with their results; at the operator's page those of the present operator")
    public Page<RepairJson> of(@PathParam("bizId") BizId bizId) {
        List<RepairCase> found = atCreditDesk() ? read.of(bizId) : read.own(bizId);
        return new Page<>(found.stream().map(this::json).toList(), null);
    }

    @POST
    @Operation(summary = "Apply for repair; the answer says which conditions are not met 申请信用修复")
    @Idempotent
    @APIResponseSchema(value = RepairJson.class, responseCode = "201")
    public Response request(@PathParam("bizId") BizId bizId, RequestJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/repairs", body, () -> {
            RepairCase requested = request.handle(new RequestRepair.Command(
                    bizId,
                    new Subject(body.target(), body.targetId()),
                    atCreditDesk() ? FilingChannel.DESK : FilingChannel.ONLINE,
                    new Said(body.fulfilled(), body.corrected(), body.promised()),
                    atCreditDesk() ? caller.officer() : caller.clientId(),
                    null));
            return Response.created(URI.create("/repairs/" + requested.id()))
                    .entity(json(requested))
                    .build();
        });
    }

    @POST
    @Path("/{repairId}/withdrawal")
    @Operation(summary = "Take an application back that is not decided 撤回修复申请")
    @Idempotent
    @APIResponseSchema(value = RepairJson.class, responseCode = "200")
    public Response withdraw(@PathParam("bizId") BizId bizId, @PathParam("repairId") RepairId repairId) {
        return idempotent.once("POST /repairs/" + repairId + "/withdrawal", bizId, () -> {
            RepairCase withdrawn = withdraw.handle(
                    new WithdrawRepair.Command(bizId, repairId, atCreditDesk() ? caller.officer() : caller.clientId()));
            LOG.infof("bizId=%s repairId=%s WITHDRAWN", bizId, repairId);
            return Response.ok(json(withdrawn)).build();
        });
    }

    private RepairJson json(RepairCase repair) {
        return RepairJson.of(repair, read.reach(repair));
    }

    private boolean atCreditDesk() {
        return caller.hasRole("credit-officer");
    }
}
