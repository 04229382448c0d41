package io.hutong.credit.agencyrecord.adapter;

import io.hutong.credit.agencyrecord.ConfirmRecords;
import io.hutong.credit.agencyrecord.Confirmation;
import io.hutong.credit.agencyrecord.Doubt;
import io.hutong.credit.agencyrecord.ReadDoubts;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.agencyrecord.adapter.ConfirmationJson.PermitJson;
import io.hutong.identity.BizId;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/agency-records")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "agency records", description = "What credit holds of other agencies' records, and whether it is all 部门信息")
class AgencyRecordsResource {
    private static final Logger LOG = Logger.getLogger(AgencyRecordsResource.class);

    /** Events of this kind were missed, the first at {@code since}; left out where that was not kept yet. */
    @Schema(name = "RecordsDoubt")
    record DoubtJson(RecordKind kind, @Nullable Instant since, int missed) {
        static DoubtJson of(Doubt doubt) {
            return new DoubtJson(doubt.kind(), doubt.since(), doubt.missed());
        }
    }

    /** What is in doubt, the permits that have not ended as credit holds them, and every confirmation. */
    @Schema(name = "AgencyRecords")
    record RecordsJson(List<DoubtJson> doubts, List<PermitJson> permits, List<ConfirmationJson> confirmations) {
        RecordsJson {
            doubts = List.copyOf(doubts);
            permits = List.copyOf(permits);
            confirmations = List.copyOf(confirmations);
        }
    }

    /** All permits that have not ended by the word of the departments, and how that was found out. */
    @Schema(name = "RecordsConfirming")
    record ConfirmingJson(int missed, @Nullable Instant since, List<PermitJson> permits, String basis) {
        ConfirmingJson {
            permits = List.copyOf(permits);
        }
    }

    private final ReadDoubts read;
    private final ConfirmRecords confirm;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    AgencyRecordsResource(ReadDoubts read, ConfirmRecords confirm, IdempotentRequests idempotent, Caller caller) {
        this.read = read;
        this.confirm = confirm;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What is in doubt since when, the permits that credit holds, and what officers confirmed 存疑情况")
    public RecordsJson of(@PathParam("bizId") BizId bizId) {
        ReadDoubts.Found found = read.of(bizId);
        return new RecordsJson(
                found.doubts().stream().map(DoubtJson::of).toList(),
                found.permits().stream().map(PermitJson::of).toList(),
                found.confirmations().stream().map(ConfirmationJson::of).toList());
    }

    @POST
    @Path("/{kind}/confirmations")
    @Operation(
            summary = "Confirm that what credit holds is all there is, which ends the doubt 确认无遗漏",
            description = "For permits. Names them as the departments have them, and how many events were missed as the"
                    + " officer saw it; with since, no later doubt of the same"
                    + " size is ended in place of the one that was seen. Arrears are restated by tax.")
    @Idempotent
    @APIResponseSchema(value = ConfirmationJson.class, responseCode = "201")
    public Response confirm(@PathParam("bizId") BizId bizId, @PathParam("kind") RecordKind kind, ConfirmingJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/agency-records/" + kind + "/confirmations", body, () -> {
            Confirmation made = confirm.handle(new ConfirmRecords.Command(
                    bizId,
                    kind,
                    body.missed(),
                    body.since(),
                    body.permits().stream().map(PermitJson::permit).toList(),
                    body.basis(),
                    caller.officer()));
            LOG.infof("bizId=%s kind=%s confirmationId=%s RecordsConfirmed", bizId, kind, made.id());
            return Response.created(URI.create("/businesses/" + bizId + "/agency-records"))
                    .entity(ConfirmationJson.of(made))
                    .build();
        });
    }
}
