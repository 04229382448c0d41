package io.hutong.credit.objection.adapter;

import io.hutong.credit.objection.FileObjection;
import io.hutong.credit.objection.Objection;
import io.hutong.credit.objection.ReadObjections;
import io.hutong.credit.objection.WithdrawObjection;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
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
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/objections")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed({"report-filer", "credit-officer"})
@RequiresAgency("AMR")
@Tag(name = "objections", description = "Objections against penalties that are shown and entries in both lists 异议")
class BusinessObjectionsResource {
    private static final Logger LOG = Logger.getLogger(BusinessObjectionsResource.class);

    /** What the business says against a record; without {@code target} an entry in the abnormal list. */
    @Schema(name = "ObjectionToFile")
    record FilingJson(
            @Nullable RepairTarget target,
            @Nullable RepairTargetId targetId,

            @Schema(implementation = String.class, deprecated = true, description = SubjectJson.BY_TARGET_ID) @Nullable
            AbnormalEntryId entryId,

            String statement) {
        @Override
        public String toString() {
            return "FilingJson[" + target + "]";
        }
    }

    private final FileObjection file;
    private final WithdrawObjection withdraw;
    private final ReadObjections read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    BusinessObjectionsResource(
            FileObjection file,
            WithdrawObjection withdraw,
            ReadObjections read,
            IdempotentRequests idempotent,
            Caller caller) {
        this.file = file;
        this.withdraw = withdraw;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "Objections of a business with their results; at the operator's page those of the present operator")
    public Page<ObjectionJson> of(@PathParam("bizId") BizId bizId) {
        List<Objection> found = atCreditDesk() ? read.of(bizId) : read.own(bizId);
        return new Page<>(found.stream().map(one -> ObjectionJson.of(one, read)).toList(), null);
    }

    @POST
    @Operation(summary = "Object to what is shown; to an entry in the abnormal list within 30 days of the listing 提出异议")
    @Idempotent
    @APIResponseSchema(value = ObjectionJson.class, responseCode = "201")
    public Response file(@PathParam("bizId") BizId bizId, FilingJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/objections", body, () -> {
            Objection filed = file.handle(new FileObjection.Command(
                    bizId,
                    SubjectJson.of(body.target(), body.targetId(), body.entryId()),
                    atCreditDesk() ? FilingChannel.DESK : FilingChannel.ONLINE,
                    body.statement(),
                    atCreditDesk() ? caller.officer() : caller.clientId(),
                    null));
            return Response.created(URI.create("/objections/" + filed.id()))
                    .entity(ObjectionJson.of(filed, read))
                    .build();
        });
    }

    @POST
    @Path("/{objectionId}/withdrawal")
    @Operation(summary = "Take an objection back before anything is found 撤回异议")
    @Idempotent
    @APIResponseSchema(value = ObjectionJson.class, responseCode = "200")
    public Response withdraw(@PathParam("bizId") BizId bizId, @PathParam("objectionId") ObjectionId objectionId) {
        return idempotent.once("POST /objections/" + objectionId + "/withdrawal", bizId, () -> {
            Objection withdrawn = withdraw.handle(new WithdrawObjection.Command(
                    bizId, objectionId, atCreditDesk() ? caller.officer() : caller.clientId()));
            LOG.infof("bizId=%s objectionId=%s WITHDRAWN", bizId, objectionId);
            return Response.ok(ObjectionJson.of(withdrawn, read)).build();
        });
    }

    private boolean atCreditDesk() {
        return caller.hasRole("credit-officer");
    }
}
