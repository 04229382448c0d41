package io.hutong.credit.registerdoubt.adapter;

import io.hutong.credit.business.RegisterDoubts.Confirmation;
import io.hutong.credit.registerdoubt.ConfirmRegister;
import io.hutong.credit.registerdoubt.ReadDoubts;
import io.hutong.credit.registerdoubt.adapter.DoubtJson.ConfirmationJson;
import io.hutong.credit.registerdoubt.adapter.DoubtJson.ConfirmedJson;
import io.hutong.identity.BizId;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/register-doubts")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "register doubts", description = "Businesses of which an event of the register was left out 登记信息存疑的经营主体")
class DoubtResource {
    private static final Logger LOG = Logger.getLogger(DoubtResource.class);

    private final ReadDoubts read;
    private final ConfirmRegister confirm;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    DoubtResource(ReadDoubts read, ConfirmRegister confirm, IdempotentRequests idempotent, Caller caller) {
        this.read = read;
        this.confirm = confirm;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "Businesses of which the register's word is incomplete here: nothing is decided about them in the mass")
    public Page<DoubtJson> open(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        BizId after = cursor == null ? null : BizId.of(Cursor.decode(cursor, 1).get(0));
        return Page.of(
                read.open(after, limit + 1),
                limit,
                DoubtJson::of,
                last -> last.doubt().known().bizId().value());
    }

    @GET
    @Path("/{bizId}")
    @Operation(summary = "What credit knows of one, to be compared with the register")
    public DoubtJson one(@PathParam("bizId") BizId bizId) {
        return DoubtJson.of(read.one(bizId));
    }

    @GET
    @Path("/{bizId}/confirmations")
    @Operation(summary = "How doubts about a business were ended, the first ended first")
    public Page<ConfirmedJson> confirmations(@PathParam("bizId") BizId bizId) {
        return new Page<>(
                read.confirmations(bizId).stream().map(ConfirmedJson::of).toList(), null);
    }

    @POST
    @Path("/{bizId}/confirmations")
    @Operation(summary = "End the doubt by what the register shows; what differs is corrected 核对登记")
    @Idempotent
    @APIResponseSchema(value = ConfirmedJson.class, responseCode = "200")
    public Response confirm(@PathParam("bizId") BizId bizId, ConfirmationJson body) {
        return idempotent.once("POST /register-doubts/" + bizId + "/confirmations", body, () -> {
            Confirmation confirmed = confirm.handle(new ConfirmRegister.Command(
                    bizId, body.version(), body.register().restored(), body.evidence(), caller.officer()));
            LOG.infof(
                    "bizId=%s corrected=%d RegisterConfirmed",
                    bizId, confirmed.corrected().size());
            return Response.ok(ConfirmedJson.of(confirmed)).build();
        });
    }
}
