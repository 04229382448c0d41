package io.hutong.credit.financing.adapter;

import io.hutong.credit.financing.Funnel;
import io.hutong.credit.financing.KeepFunnel;
import io.hutong.events.AgencyCode;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/financing-funnel")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "financing")
class FunnelResource {
    /** A step of registering on a platform, and how many businesses of the county had taken it. */
    @Schema(name = "PlatformStep")
    record StepJson(String step, long businesses) {
        static StepJson of(Funnel.Step step) {
            return new StepJson(step.step(), step.businesses());
        }
    }

    /** What a platform counted at the end of a day, every step in its order. */
    @Schema(name = "PlatformCountToTell")
    record CountJson(LocalDate asOf, List<StepJson> steps) {
        KeepFunnel.Command command(String platform, String by) {
            return new KeepFunnel.Command(
                    platform,
                    asOf,
                    steps.stream()
                            .map(step -> new Funnel.Step(step.step(), step.businesses()))
                            .toList(),
                    by);
        }
    }

    /** What a platform counted, who entered it and when. */
    @Schema(name = "PlatformCount")
    record ToldJson(String platform, LocalDate asOf, List<StepJson> steps, String enteredBy, Instant enteredAt) {
        static ToldJson of(Funnel.Told told) {
            return new ToldJson(
                    told.platform(),
                    told.asOf(),
                    told.steps().stream().map(StepJson::of).toList(),
                    told.by(),
                    told.at());
        }
    }

    /** How many demands a bank was offered and how many ever came so far; {@code declined} ones count as far as they came. */
    @Schema(name = "DemandsReached")
    record ReachedJson(
            AgencyCode bank, long offered, long seen, long takenUp, long approved, long paid, long declined) {
        static ReachedJson of(Funnel.Reached reached) {
            return new ReachedJson(
                    reached.bank(),
                    reached.offered(),
                    reached.seen(),
                    reached.takenUp(),
                    reached.approved(),
                    reached.paid(),
                    reached.declined());
        }
    }

    /** All businesses that have not ended, how many are on each platform by its last word, and how far demands came with each bank. */
    @Schema(name = "FinancingFunnel")
    record FunnelJson(long businesses, List<ToldJson> platforms, List<ReachedJson> banks) {
        static FunnelJson of(Funnel funnel) {
            return new FunnelJson(
                    funnel.businesses(),
                    funnel.platforms().stream().map(ToldJson::of).toList(),
                    funnel.banks().stream().map(ReachedJson::of).toList());
        }
    }

    private final KeepFunnel keep;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    FunnelResource(KeepFunnel keep, IdempotentRequests idempotent, Caller caller) {
        this.keep = keep;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "How far businesses came: registered on financing platforms, and with demands stated here 融资注册和对接进度")
    public FunnelJson read() {
        return FunnelJson.of(keep.read());
    }

    @POST
    @Path("/platforms/{platform}/counts")
    @Operation(summary = "Enter what a financing platform counted; of one day the last word counts 录入平台注册户数")
    @Idempotent
    @APIResponseSchema(value = ToldJson.class, responseCode = "200")
    public Response tell(@PathParam("platform") String platform, CountJson body) {
        return idempotent.once(
                "POST /financing-funnel/platforms/" + platform + "/counts",
                body,
                () -> Response.ok(ToldJson.of(keep.handle(body.command(platform, caller.officer()))))
                        .build());
    }
}
