package io.hutong.credit.seriouslist.adapter;

import io.hutong.credit.seriouslist.ListSerious;
import io.hutong.credit.seriouslist.ReadSerious;
import io.hutong.credit.seriouslist.SeriousEntry;
import io.hutong.credit.seriouslist.SeriousRules;
import io.hutong.events.SeriousGround;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
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

@Path("/businesses/{bizId}/serious-entries")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "serious-violation list", description = "The serious-violation list 严重违法失信名单")
class BusinessSeriousEntriesResource {
    /** A decision to list, with the penalty it goes with and the number of the upper authority's consent. */
    @Schema(name = "SeriousListing")
    record ListingJson(
            SeriousGround ground, PenaltyId penaltyId, String decisionNo, String consentNo, LocalDate decidedOn) {}

    private final ListSerious list;
    private final ReadSerious read;
    private final SeriousRules rules;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    BusinessSeriousEntriesResource(
            ListSerious list, ReadSerious read, SeriousRules rules, IdempotentRequests idempotent, Caller caller) {
        this.list = list;
        this.read = read;
        this.rules = rules;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every entry about a business, removed ones too, the first listed first")
    public Page<SeriousEntryJson> of(@PathParam("bizId") BizId bizId) {
        return new Page<>(
                read.of(bizId).stream()
                        .map(one -> SeriousEntryJson.of(one, rules))
                        .toList(),
                null);
    }

    @POST
    @Operation(summary = "Put a business on the list and show it 列入严重违法失信名单")
    @Idempotent
    @APIResponseSchema(value = SeriousEntryJson.class, responseCode = "201")
    public Response list(@PathParam("bizId") BizId bizId, ListingJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/serious-entries", body, () -> {
            SeriousEntry listed = list.handle(new ListSerious.Command(
                    bizId,
                    body.ground(),
                    body.penaltyId(),
                    body.decisionNo(),
                    body.consentNo(),
                    body.decidedOn(),
                    caller.officer()));
            return Response.created(URI.create("/serious-entries/" + listed.id()))
                    .entity(SeriousEntryJson.of(listed, rules))
                    .build();
        });
    }
}
