package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.CorrectCheckResult;
import io.hutong.credit.reportcheck.DrawSpotCheck;
import io.hutong.credit.reportcheck.RecordCheckResult;
import io.hutong.credit.reportcheck.SpotCheck;
import io.hutong.credit.reportcheck.SpotCheck.Correction;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.credit.reportcheck.SpotCheck.Population;
import io.hutong.credit.reportcheck.SpotCheck.Result;
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
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/spot-checks")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "spot checks")
class SpotCheckResource {
    /** Of which year, how many, and with which seed; the order of the draw is SHA-256 of the seed followed by the bizId. */
    @Schema(name = "SpotCheckRequest")
    record RequestJson(int reportYear, int size, String seed) {}

    /** A sample; {@code size} as many as there were. */
    @Schema(name = "SpotCheck")
    record CheckJson(
            UUID checkId,
            int reportYear,
            String seed,
            int size,
            Instant drawnAt,
            String drawnBy,
            @Nullable PopulationJson population) {
        static CheckJson of(SpotCheck check) {
            return new CheckJson(
                    check.id(),
                    check.reportYear(),
                    check.seed(),
                    check.size(),
                    check.drawnAt(),
                    check.drawnBy(),
                    PopulationJson.of(check.population()));
        }
    }

    /** Who could be drawn: how many, and the SHA-256 of their bizIds in order, each followed by a line feed. */
    @Schema(name = "SpotCheckPopulation")
    record PopulationJson(int count, String digest) {
        static @Nullable PopulationJson of(@Nullable Population population) {
            return population == null ? null : new PopulationJson(population.count(), population.digest());
        }
    }

    /** One who could be drawn. */
    @Schema(name = "SpotCheckMember")
    record MemberJson(BizId bizId) {}

    /** A report of the sample. */
    @Schema(name = "SpotCheckItem")
    record ItemJson(
            BizId bizId,
            int revision,
            @Nullable Result result,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedBy) {
        static ItemJson of(Item item) {
            return new ItemJson(item.bizId(), item.revision(), item.result(), item.checkedOn(), item.checkedBy());
        }
    }

    /** What the look into a report showed. */
    @Schema(name = "SpotCheckResultRequest")
    record ResultJson(BizId bizId, Result result) {}

    /** The right result, or none to take the wrong one back until there is one; and why. */
    @Schema(name = "SpotCheckCorrectionRequest")
    record CorrectingJson(BizId bizId, @Nullable Result result, String reason) {}

    /** A result that was wrong, and why. */
    @Schema(name = "SpotCheckCorrection")
    record CorrectionJson(ItemJson wrong, String reason, LocalDate correctedOn, String correctedBy) {
        static CorrectionJson of(Correction correction) {
            return new CorrectionJson(
                    ItemJson.of(correction.wrong()), correction.reason(), correction.on(), correction.by());
        }
    }

    private final DrawSpotCheck draw;
    private final RecordCheckResult record;
    private final CorrectCheckResult correct;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    SpotCheckResource(
            DrawSpotCheck draw,
            RecordCheckResult record,
            CorrectCheckResult correct,
            IdempotentRequests idempotent,
            Caller caller) {
        this.draw = draw;
        this.record = record;
        this.correct = correct;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Draw filed reports at random to be looked into 年报抽查")
    @Idempotent
    @APIResponseSchema(value = CheckJson.class, responseCode = "201")
    public Response draw(RequestJson body) {
        return idempotent.once("POST /spot-checks", body, () -> {
            SpotCheck drawn = draw.read(draw.handle(
                            new DrawSpotCheck.Command(body.reportYear(), body.size(), body.seed(), caller.officer()))
                    .id());
            return Response.created(URI.create("/spot-checks/" + drawn.id()))
                    .entity(CheckJson.of(drawn))
                    .build();
        });
    }

    @GET
    @Path("/{checkId}")
    @Operation(summary = "A sample")
    public CheckJson read(@PathParam("checkId") UUID checkId) {
        return CheckJson.of(draw.read(checkId));
    }

    @GET
    @Path("/{checkId}/population")
    @Operation(summary = "Who could be drawn, as it was in that moment: with the seed, anybody can draw again")
    public Page<MemberJson> population(
            @PathParam("checkId") UUID checkId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        List<BizId> found = draw.population(checkId, after(cursor), limit + 1);
        return Page.of(found, limit, MemberJson::new, BizId::value);
    }

    @GET
    @Path("/{checkId}/items")
    @Operation(summary = "The reports of a sample with their results")
    public Page<ItemJson> items(
            @PathParam("checkId") UUID checkId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        List<Item> found = draw.items(checkId, after(cursor), limit + 1);
        return Page.of(found, limit, ItemJson::of, last -> last.bizId().value());
    }

    @POST
    @Path("/{checkId}/results")
    @Operation(summary = "Record what the look into a report showed; it becomes public")
    @Idempotent
    @APIResponseSchema(value = ItemJson.class, responseCode = "200")
    public Response result(@PathParam("checkId") UUID checkId, ResultJson body) {
        return idempotent.once(
                "POST /spot-checks/" + checkId + "/results",
                body,
                () -> Response.ok(ItemJson.of(record.handle(
                                new RecordCheckResult.Command(checkId, body.bizId(), body.result(), caller.officer()))))
                        .build());
    }

    @GET
    @Path("/{checkId}/corrections")
    @Operation(summary = "Results that were wrong, with the reason; of one business or of all")
    public Page<CorrectionJson> corrections(
            @PathParam("checkId") UUID checkId, @QueryParam("bizId") @Nullable BizId bizId) {
        return new Page<>(
                correct.read(checkId, bizId).stream().map(CorrectionJson::of).toList(), null);
    }

    @POST
    @Path("/{checkId}/corrections")
    @Operation(summary = "Replace a wrong result, or take it back; what is public follows 更正抽查结果")
    @Idempotent
    @APIResponseSchema(value = ItemJson.class, responseCode = "200")
    public Response correct(@PathParam("checkId") UUID checkId, CorrectingJson body) {
        return idempotent.once(
                "POST /spot-checks/" + checkId + "/corrections",
                body,
                () -> Response.ok(ItemJson.of(correct.handle(new CorrectCheckResult.Command(
                                checkId, body.bizId(), body.result(), body.reason(), caller.officer()))))
                        .build());
    }

    private static @Nullable BizId after(@Nullable String cursor) {
        return cursor == null ? null : BizId.of(Cursor.decode(cursor, 1).get(0));
    }
}
