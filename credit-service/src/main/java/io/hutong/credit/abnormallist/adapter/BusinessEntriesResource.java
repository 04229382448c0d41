package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.ListAbnormal;
import io.hutong.credit.abnormallist.ReadList;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/abnormal-entries")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "abnormal list", description = "The abnormal operations list 经营异常名录")
class BusinessEntriesResource {
    /** What was found; {@code reportYear} where a report is missing or false. */
    @Schema(name = "AbnormalFinding")
    record FindingJson(AbnormalGround ground, @Nullable Integer reportYear, LocalDate provenOn) {}

    private final ListAbnormal list;
    private final ReadList read;
    private final EntryViews views;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    BusinessEntriesResource(
            ListAbnormal list, ReadList read, EntryViews views, IdempotentRequests idempotent, Caller caller) {
        this.list = list;
        this.read = read;
        this.views = views;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every entry about a business, removed ones too, the first listed first")
    public Page<EntryJson> of(@PathParam("bizId") BizId bizId) {
        return new Page<>(views.of(read.of(bizId)), null);
    }

    @POST
    @Operation(summary = "Put a business on the list by decision 列入经营异常名录")
    @Idempotent
    @APIResponseSchema(value = EntryJson.class, responseCode = "201")
    public Response list(@PathParam("bizId") BizId bizId, FindingJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/abnormal-entries", body, () -> {
            AbnormalEntry listed = list.handle(new ListAbnormal.Command(
                    bizId, body.ground(), body.reportYear(), body.provenOn(), caller.officer()));
            return Response.created(URI.create("/abnormal-entries/" + listed.id()))
                    .entity(views.of(listed))
                    .build();
        });
    }
}
