package io.hutong.credit.repair.adapter;

import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.PlatformDesk.Correction;
import io.hutong.credit.filing.PlatformDesk.Receipt;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.repair.CorrectPushedRepair;
import io.hutong.credit.repair.ReadRepairs;
import io.hutong.credit.repair.ReceiveRepair;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.WithdrawRepair;
import io.hutong.events.RepairTarget;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.Caller;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/credit-china/repairs")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-platform")
@RequiresAgency("XCN")
@Tag(name = "credit china", description = "What Credit China received and pushes here, and how far it is 信用中国推送事项")
class PushedRepairsResource {
    private static final Logger LOG = Logger.getLogger(PushedRepairsResource.class);

    /** An application under the platform's own number, received there on a day; {@code targetId} is the notice it is about. */
    @Schema(name = "RepairToPush")
    record PushJson(
            String caseNo,
            LocalDate receivedOn,
            UnifiedSocialCreditCode uscc,
            RepairTarget target,
            RepairTargetId targetId,
            boolean fulfilled,
            boolean corrected,
            boolean promised) {
        private Receipt<Said> receipt(String by) {
            return new Receipt<>(
                    new PlatformCase(caseNo, receivedOn),
                    uscc,
                    new Subject(target, targetId),
                    new Said(fulfilled, corrected, promised),
                    by);
        }
    }

    /** What the business says, in the version after the last one. */
    @Schema(name = "RepairCorrection")
    record CorrectionJson(
            int version,
            @Schema(description = PlatformCase.RECEIVED) LocalDate receivedOn,
            boolean fulfilled,
            boolean corrected,
            boolean promised) {
        private Correction<Said> correction(String caseNo, String by) {
            return new Correction<>(
                    new PlatformCase(caseNo, receivedOn, version), new Said(fulfilled, corrected, promised), by);
        }
    }

    /** How far it is; {@code reason} is for the business where a step went against it. */
    @Schema(name = "PushedRepair")
    record PushedJson(
            RepairId repairId,
            String caseNo,
            int version,
            RepairCase.State state,
            LocalDate stateSince,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate barredUntil,
            @Nullable Instant finishedAt,
            @Nullable String reason) {
        static PushedJson of(RepairCase repair) {
            Progress progress = repair.progress();
            PlatformCase pushed = Objects.requireNonNull(repair.filing().pushed());
            return new PushedJson(
                    repair.id(),
                    pushed.number(),
                    pushed.version(),
                    progress.state(),
                    progress.on(),
                    progress.dueOn(),
                    progress.barredUntil(),
                    progress.finishedAt(),
                    progress.reason());
        }

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "PushedJson[" + repairId + "]";
        }
    }

    private final ReceiveRepair receive;
    private final WithdrawRepair withdraw;
    private final CorrectPushedRepair correct;
    private final ReadRepairs read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    PushedRepairsResource(
            ReceiveRepair receive,
            WithdrawRepair withdraw,
            CorrectPushedRepair correct,
            ReadRepairs read,
            IdempotentRequests idempotent,
            Caller caller) {
        this.receive = receive;
        this.withdraw = withdraw;
        this.correct = correct;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Push an application for repair; pushed again under its number it is the same 推送修复申请")
    @Idempotent
    @APIResponseSchema(value = PushedJson.class, responseCode = "201")
    public Response push(PushJson body) {
        return idempotent.once("POST /credit-china/repairs", body, () -> {
            RepairCase repair = receive.handle(body.receipt(caller.clientId()));
            LOG.infof("bizId=%s repairId=%s pushed", repair.bizId(), repair.id());
            return Response.created(UriBuilder.fromPath("/credit-china/repairs/{caseNo}")
                            .build(body.caseNo()))
                    .entity(PushedJson.of(repair))
                    .build();
        });
    }

    @POST
    @Path("/{caseNo}/withdrawal")
    @Operation(summary = "Take a pushed application back that is not decided, as often as that is said 撤回推送的修复申请")
    @Idempotent
    @APIResponseSchema(value = PushedJson.class, responseCode = "200")
    public Response withdraw(@PathParam("caseNo") String caseNo) {
        return idempotent.once("POST /credit-china/repairs/" + caseNo + "/withdrawal", null, () -> {
            RepairCase withdrawn = withdraw.pushed(caseNo, caller.clientId());
            LOG.infof("bizId=%s repairId=%s WITHDRAWN", withdrawn.bizId(), withdrawn.id());
            return Response.ok(PushedJson.of(withdrawn)).build();
        });
    }

    @POST
    @Path("/{caseNo}/corrections")
    @Operation(summary = "Correct a pushed application that is not decided; every version is kept 更正推送的修复申请")
    @Idempotent
    @APIResponseSchema(value = PushedJson.class, responseCode = "200")
    public Response correct(@PathParam("caseNo") String caseNo, CorrectionJson body) {
        return idempotent.once("POST /credit-china/repairs/" + caseNo + "/corrections", body, () -> {
            RepairCase corrected = correct.handle(body.correction(caseNo, caller.clientId()));
            LOG.infof("bizId=%s repairId=%s version=%d", corrected.bizId(), corrected.id(), body.version());
            return Response.ok(PushedJson.of(corrected)).build();
        });
    }

    @GET
    @Path("/{caseNo}")
    @Operation(summary = "One application by the platform's number, with what the business is to be told 查询办理情况")
    public PushedJson one(@PathParam("caseNo") String caseNo) {
        return PushedJson.of(read.pushed(caseNo));
    }
}
