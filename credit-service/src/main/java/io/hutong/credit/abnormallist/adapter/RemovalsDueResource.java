package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.Cure;
import io.hutong.credit.abnormallist.Cures.Cured;
import io.hutong.credit.abnormallist.Cures.Place;
import io.hutong.credit.abnormallist.ReadCured;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/abnormal-removals/due")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "abnormal list")
class RemovalsDueResource {
    /** An open entry whose ground is gone since {@code curedOn}, as far as credit hears of it; it is removed until {@code removeBy}. */
    @Schema(name = "AbnormalRemovalDue")
    record DueJson(
            AbnormalEntryId entryId,
            BizId bizId,
            AbnormalGround ground,
            @Nullable Integer reportYear,
            LocalDate listedOn,
            Cure.How how,
            LocalDate curedOn,
            LocalDate removeBy,
            boolean overdue) {}

    private final ReadCured cured;

    RemovalsDueResource(ReadCured cured) {
        this.cured = cured;
    }

    @GET
    @Operation(summary = "Entries whose ground is gone and that stand, the first to be removed first 待移出")
    public Page<DueJson> due(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        List<Cured> found = cured.open(cursor == null ? null : place(Cursor.decode(cursor, 2)), limit + 1);
        List<Cured> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(this::json).toList(), found.size() > limit ? next(shown.get(limit - 1)) : null);
    }

    private DueJson json(Cured one) {
        Cure cure = one.cure();
        return new DueJson(
                cure.entryId(),
                one.bizId(),
                one.ground(),
                one.reportYear(),
                one.listedOn(),
                cure.how(),
                cure.on(),
                cure.removeBy(),
                cured.overdue(one));
    }

    private static Place place(List<String> row) {
        return new Place(LocalDate.parse(row.get(0)), AbnormalEntryId.of(row.get(1)));
    }

    private static String next(Cured last) {
        Cure cure = last.cure();
        return Cursor.encode(cure.removeBy().toString(), cure.entryId().value());
    }
}
