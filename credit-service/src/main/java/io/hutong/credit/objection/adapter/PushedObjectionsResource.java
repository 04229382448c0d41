package io.hutong.credit.objection.adapter;

import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.PlatformDesk.Correction;
import io.hutong.credit.filing.PlatformDesk.Receipt;
import io.hutong.credit.objection.CorrectPushedObjection;
import io.hutong.credit.objection.Objection;
import io.hutong.credit.objection.ReadObjections;
import io.hutong.credit.objection.ReceiveObjection;
import io.hutong.credit.objection.WithdrawObjection;
import io.hutong.events.RepairTarget;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ObjectionId;
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
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/credit-china/objections")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-platform")
@RequiresAgency("XCN")
@Tag(name = "credit china")
class PushedObjectionsResource {
    private static final Logger LOG = Logger.getLogger(PushedObjectionsResource.class);

    /**
     * What a business says against a record, under the platform's own number, received there on a day; without {@code target} an entry
     * in the abnormal list.
     */
    @Schema(name = "ObjectionToPush")
    record PushJson(
            String caseNo,
            LocalDate receivedOn,
            UnifiedSocialCreditCode uscc,
            @Nullable RepairTarget target,
            @Nullable RepairTargetId targetId,

            @Schema(implementation = String.class, deprecated = true, description = SubjectJson.BY_TARGET_ID) @Nullable
            AbnormalEntryId entryId,

            String statement) {
        private Receipt<String> receipt(String by) {
            return new Receipt<>(
                    new PlatformCase(caseNo, receivedOn),
                    uscc,
                    SubjectJson.of(target, targetId, entryId),
                    statement,
                    by);
        }

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "PushJson[" + caseNo + "]";
        }
    }

    /** What the business says, in the version after the last one. */
    @Schema(name = "ObjectionCorrection")
    record CorrectionJson(
            int version,
            @Schema(description = PlatformCase.RECEIVED) LocalDate receivedOn,
            String statement) {
        private Correction<String> correction(String caseNo, String by) {
            return new Correction<>(new PlatformCase(caseNo, receivedOn, version), statement, by);
        }

        @Override
        public String toString() {
            return "CorrectionJson[" + version + "]";
        }
    }

    /** How far it is, and what the business is to be told; {@code pushedLate} where Credit China exceeded its own time. */
    @Schema(name = "PushedObjection")
    record PushedJson(
            ObjectionId objectionId,
            String caseNo,
            int version,
            Objection.State state,
            LocalDate stateSince,
            @Nullable LocalDate dueOn,
            @Nullable String answer,
            boolean pushedLate) {
        static PushedJson of(Objection objection, ReadObjections read) {
            PlatformCase pushed = Objects.requireNonNull(objection.filing().pushed());
            return new PushedJson(
                    objection.id(),
                    pushed.number(),
                    pushed.version(),
                    objection.state(),
                    objection.last().on(),
                    objection.dueOn(),
                    objection.last().answer(),
                    read.pushedLate(objection));
        }

        @Override
        public String toString() {
            return "PushedJson[" + objectionId + "]";
        }
    }

    private final ReceiveObjection receive;
    private final WithdrawObjection withdraw;
    private final CorrectPushedObjection correct;
    private final ReadObjections read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    PushedObjectionsResource(
            ReceiveObjection receive,
            WithdrawObjection withdraw,
            CorrectPushedObjection correct,
            ReadObjections read,
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
    @Operation(summary = "Push an objection; pushed again under its number it is the same 推送异议申诉")
    @Idempotent
    @APIResponseSchema(value = PushedJson.class, responseCode = "201")
    public Response push(PushJson body) {
        return idempotent.once("POST /credit-china/objections", body, () -> {
            Objection objection = receive.handle(body.receipt(caller.clientId()));
            LOG.infof("bizId=%s objectionId=%s pushed", objection.bizId(), objection.id());
            return Response.created(UriBuilder.fromPath("/credit-china/objections/{caseNo}")
                            .build(body.caseNo()))
                    .entity(PushedJson.of(objection, read))
                    .build();
        });
    }

    @POST
    @Path("/{caseNo}/withdrawal")
    @Operation(summary = "Take a pushed objection back before anything is found, as often as that is said 撤回推送的异议申诉")
    @Idempotent
    @APIResponseSchema(value = PushedJson.class, responseCode = "200")
    public Response withdraw(@PathParam("caseNo") String caseNo) {
        return idempotent.once("POST /credit-china/objections/" + caseNo + "/withdrawal", null, () -> {
            Objection withdrawn = withdraw.pushed(caseNo, caller.clientId());
            LOG.infof("bizId=%s objectionId=%s WITHDRAWN", withdrawn.bizId(), withdrawn.id());
            return Response.ok(PushedJson.of(withdrawn, read)).build();
        });
    }

    @POST
    @Path("/{caseNo}/corrections")
    @Operation(summary = "Correct a pushed objection before anything is found; every version is kept 更正推送的异议申诉")
    @Idempotent
    @APIResponseSchema(value = PushedJson.class, responseCode = "200")
    public Response correct(@PathParam("caseNo") String caseNo, CorrectionJson body) {
        return idempotent.once("POST /credit-china/objections/" + caseNo + "/corrections", body, () -> {
            Objection corrected = correct.handle(body.correction(caseNo, caller.clientId()));
            LOG.infof("bizId=%s objectionId=%s version=%d", corrected.bizId(), corrected.id(), body.version());
            return Response.ok(PushedJson.of(corrected, read)).build();
        });
    }

    @GET
    @Path("/{caseNo}")
    @Operation(summary = "One objection by the platform's number, with what the business is to be told 查询办理情况")
    public PushedJson one(@PathParam("caseNo") String caseNo) {
        return PushedJson.of(read.pushed(caseNo), read);
    }
}
