package io.hutong.credit.financing.adapter;

import io.hutong.credit.financing.Demand;
import io.hutong.credit.financing.ServeDemands;
import io.hutong.credit.financing.StateDemand;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/financing-demands")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("report-filer")
@RequiresAgency("AMR")
@Tag(name = "financing", description = "Demands of businesses and products of banks 融资对接")
class DemandResource {
    /** What a business looks for, and which banks may know of it. */
    @Schema(name = "DemandToState")
    record StatedJson(String band, String use, int months, List<AgencyCode> recipients, String evidence) {
        StateDemand.Command command(BizId bizId) {
            return new StateDemand.Command(bizId, new Demand.Wish(band, use, months, evidence), recipients);
        }
    }

    /** A demand as the business stated it. */
    @Schema(name = "Demand")
    record DemandJson(
            UUID demandId,
            String band,
            String use,
            int months,
            List<AgencyCode> recipients,
            Instant statedAt,
            @Nullable Instant withdrawnAt) {
        static DemandJson of(Demand demand) {
            return new DemandJson(
                    demand.id(),
                    demand.wish().band(),
                    demand.wish().use(),
                    demand.wish().months(),
                    demand.recipients(),
                    demand.statedAt(),
                    demand.withdrawnAt());
        }
    }

    private final StateDemand state;
    private final ServeDemands serve;
    private final IdempotentRequests idempotent;

    DemandResource(StateDemand state, ServeDemands serve, IdempotentRequests idempotent) {
        this.state = state;
        this.serve = serve;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(summary = "Demands of the present operator, the first stated first")
    public Page<DemandJson> list(@PathParam("bizId") BizId bizId) {
        return new Page<>(serve.of(bizId).stream().map(DemandJson::of).toList(), null);
    }

    @POST
    @Operation(summary = "State a demand to banks 提出融资需求")
    @Idempotent
    @APIResponseSchema(value = DemandJson.class, responseCode = "201")
    public Response state(@PathParam("bizId") BizId bizId, StatedJson body) {
        String place = "/businesses/" + bizId + "/financing-demands";
        return idempotent.once(
                "POST " + place,
                body,
                () -> Response.created(URI.create(place))
                        .entity(DemandJson.of(state.handle(body.command(bizId))))
                        .build());
    }

    @POST
    @Path("/{demandId}/withdrawal")
    @Operation(summary = "Take a demand back; no bank sees it any more 撤回融资需求")
    @Idempotent
    @APIResponseSchema(value = DemandJson.class, responseCode = "200")
    public Response withdraw(@PathParam("bizId") BizId bizId, @PathParam("demandId") UUID demandId) {
        return idempotent.once(
                "POST /financing-demands/" + demandId + "/withdrawal",
                bizId,
                () -> Response.ok(DemandJson.of(state.withdraw(bizId, demandId)))
                        .build());
    }
}
