package io.hutong.credit.financing.adapter;

import io.hutong.credit.consent.ConnectedBanks;
import io.hutong.credit.financing.Demand.Stage;
import io.hutong.credit.financing.ServeDemands;
import io.hutong.credit.financing.ServeDemands.Shown;
import io.hutong.credit.financing.ServeDemands.Slice;
import io.hutong.credit.sharing.Look;
import io.hutong.events.AgencyCode;
import io.hutong.identity.UnifiedSocialCreditCode;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/financing-demands")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("bank")
@RequiresAgency("FI-*")
@Tag(name = "financing")
class OfferResource {
    private static final String PURPOSE = "LOAN_APPLICATION";
    private static final List<String> FIELDS = List.of("financingDemand");

    /** A demand that was stated to the bank, and how far the bank is with it. */
    @Schema(name = "OfferedDemand")
    record OfferJson(
            UUID demandId,
            UnifiedSocialCreditCode uscc,
            @Nullable String name,
            String band,
            String use,
            int months,
            Instant statedAt,
            Stage stage) {
        static OfferJson of(Shown shown) {
            var demand = shown.offer().demand();
            return new OfferJson(
                    demand.id(),
                    shown.business().uscc(),
                    shown.business().name(),
                    demand.wish().band(),
                    demand.wish().use(),
                    demand.wish().months(),
                    demand.statedAt(),
                    shown.offer().stage());
        }
    }

    /** How far the bank is now. */
    @Schema(name = "DemandProgress")
    record ProgressJson(Stage stage) {}

    /** How many demands stand at a stage with a bank. */
    @Schema(name = "DemandCount")
    record CountJson(AgencyCode bank, Stage stage, long demands) {}

    private final ServeDemands serve;
    private final IdempotentRequests idempotent;
    private final Caller caller;
    private final ConnectedBanks connected;

    OfferResource(ServeDemands serve, IdempotentRequests idempotent, Caller caller, ConnectedBanks connected) {
        this.serve = serve;
        this.idempotent = idempotent;
        this.caller = caller;
        this.connected = connected;
    }

    @GET
    @Operation(summary = "Open demands that were stated to the bank, the first stated first")
    public Page<OfferJson> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        UUID after =
                cursor == null ? null : UUID.fromString(Cursor.decode(cursor, 1).get(0));
        Slice slice = serve.handle(by(), after, limit);
        UUID next = slice.next();
        return new Page<>(
                slice.shown().stream().map(OfferJson::of).toList(),
                next == null ? null : Cursor.encode(next.toString()));
    }

    @POST
    @Path("/{demandId}/progress")
    @Operation(summary = "Tell how far the bank is with a demand")
    @Idempotent
    @APIResponseSchema(value = OfferJson.class, responseCode = "200")
    public Response advance(@PathParam("demandId") UUID demandId, ProgressJson body) {
        return idempotent.once(
                "POST /financing-demands/" + demandId + "/progress",
                body,
                () -> Response.ok(OfferJson.of(serve.advance(by(), demandId, body.stage())))
                        .build());
    }

    @GET
    @Path("/counts")
    @RolesAllowed("credit-officer")
    @RequiresAgency("AMR")
    @Operation(summary = "How many demands stand where with each bank")
    public Page<CountJson> counts() {
        return new Page<>(
                serve.counts().stream()
                        .map(count -> new CountJson(count.organisation(), count.stage(), count.demands()))
                        .toList(),
                null);
    }

    private Look.By by() {
        return new Look.By(connected.refuseOthers(AgencyCode.of(caller.agency())), caller.clientId(), PURPOSE, FIELDS);
    }
}
