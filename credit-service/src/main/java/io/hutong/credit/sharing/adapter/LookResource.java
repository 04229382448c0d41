package io.hutong.credit.sharing.adapter;

import io.hutong.credit.consent.Outcome;
import io.hutong.credit.sharing.Look;
import io.hutong.credit.sharing.ReadLooks;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/looks")
@Produces("application/json")
@RolesAllowed({"report-filer", "credit-officer"})
@RequiresAgency("AMR")
@Tag(name = "looks", description = "Who looked at a business, when and what for 查询留痕")
class LookResource {
    /** A look of a bank, whatever came of it; {@code fields} beside what is public. */
    @Schema(name = "Look")
    record LookJson(
            AgencyCode organisation,
            String client,
            String purpose,
            List<String> fields,
            Instant at,
            Outcome outcome,
            @Nullable ConsentId consentId) {
        static LookJson of(Look look) {
            return new LookJson(
                    look.by().organisation(),
                    look.by().client(),
                    look.by().purpose(),
                    look.by().fields(),
                    look.at(),
                    look.outcome(),
                    look.consentId());
        }
    }

    private final ReadLooks read;
    private final Caller caller;

    LookResource(ReadLooks read, Caller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Looks at a business, the newest first; to its operator those of the present tenure")
    public Page<LookJson> list(
            @PathParam("bizId") BizId bizId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        String before = cursor == null ? null : Cursor.decode(cursor, 1).get(0);
        List<Look> found = caller.hasRole("credit-officer")
                ? read.all(bizId, before, limit + 1)
                : read.ofPresentOperator(bizId, before, limit + 1);
        List<Look> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(LookJson::of).toList(),
                found.size() <= limit
                        ? null
                        : Cursor.encode(shown.get(limit - 1).id().toString()));
    }
}
