package io.hutong.tax.fact.adapter;

import io.hutong.identity.BizId;
import io.hutong.tax.fact.FactLog;
import io.hutong.tax.fact.StateFact;
import io.hutong.tax.fact.TaxFact;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.time.LegalTime;
import io.hutong.web.Caller;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

@Path("/taxpayers/{bizId}/facts")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Facts", description = "What tax knows of a tenure: the facts of the gate")
class FactResource {
    private static final Logger LOG = Logger.getLogger(FactResource.class);

    private final StateFact state;
    private final FactLog log;
    private final Taxpayers taxpayers;
    private final IdempotentRequests idempotent;
    private final Caller caller;
    private final Clock clock;

    FactResource(
            StateFact state,
            FactLog log,
            Taxpayers taxpayers,
            IdempotentRequests idempotent,
            Caller caller,
            Clock clock) {
        this.state = state;
        this.log = log;
        this.taxpayers = taxpayers;
        this.idempotent = idempotent;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Record a fact; what waits for it is thought over at once")
    @Idempotent
    @APIResponseSchema(value = FactJson.class, responseCode = "201")
    public Response record(@PathParam("bizId") BizId bizId, NewFactJson fact) {
        return idempotent.once("POST /taxpayers/" + bizId + "/facts", fact, () -> {
            StateFact.Command command = new StateFact.Command(
                    bizId, fact.tenureId(), fact.statement(caller.clientId(), LegalTime.today(clock)));
            TaxFact recorded = state.handle(command);
            // which fact it is, and of what value, is tax secret
            LOG.infof("bizId=%s factId=%s FactRecorded", bizId, recorded.id());
            return Response.created(URI.create("/taxpayers/" + bizId + "/facts"))
                    .entity(FactJson.of(recorded))
                    .build();
        });
    }

    @GET
    @Operation(summary = "All facts of a business, newest first")
    public Page<FactJson> list(@PathParam("bizId") BizId bizId) {
        if (!taxpayers.exists(bizId)) {
            throw TaxProblems.notFound();
        }
        return new Page<>(log.of(bizId).stream().map(FactJson::of).toList(), null);
    }
}
