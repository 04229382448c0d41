package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.DrawSpotCheck;
import io.hutong.credit.reportcheck.RecordCheckResult;
import io.hutong.credit.reportcheck.SpotCheck;
import io.hutong.credit.reportcheck.SpotCheck.Item;
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
    record CheckJson(UUID checkId, int reportYear, String seed, int size, Instant drawnAt, String drawnBy) {
        static CheckJson of(SpotCheck check) {
            return new CheckJson(
                    check.id(), check.reportYear(), check.seed(), check.size(), check.drawnAt(), check.drawnBy());
        }
    }

    /** A report of the sample. */
    @Schema(name = "SpotCheckItem")
    record ItemJson(
            BizId bizId,
            @Nullable Result result,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedBy) {
        static ItemJson of(Item item) {
            return new ItemJson(item.bizId(), item.result(), item.checkedOn(), item.checkedBy());
        }
    }

    /** What the look into a report showed. */
    @Schema(name = "SpotCheckResultRequest")
    record ResultJson(BizId bizId, Result result) {}

    private final DrawSpotCheck draw;
    private final RecordCheckResult record;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    SpotCheckResource(DrawSpotCheck draw, RecordCheckResult record, IdempotentRequests idempotent, Caller caller) {
        this.draw = draw;
        this.record = record;
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
                            new DrawSpotCheck.Command(body.reportYear(), body.size(), body.seed(), caller.clientId()))
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
    @Path("/{checkId}/items")
    @Operation(summary = "The reports of a sample with their results")
    public Page<ItemJson> items(
            @PathParam("checkId") UUID checkId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        BizId after = cursor == null ? null : BizId.of(Cursor.decode(cursor, 1).get(0));
        List<Item> found = draw.items(checkId, after, limit + 1);
        List<Item> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(ItemJson::of).toList(),
                page.size() == found.size()
                        ? null
                        : Cursor.encode(page.get(limit - 1).bizId().value()));
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
                () -> Response.ok(ItemJson.of(record.handle(new RecordCheckResult.Command(
                                checkId, body.bizId(), body.result(), caller.clientId()))))
                        .build());
    }
}
