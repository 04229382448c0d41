package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.reportcheck.ProvenGround;
import io.hutong.credit.reportcheck.ProvenGround.Place;
import io.hutong.credit.reportcheck.ProvenGround.Source;
import io.hutong.credit.reportcheck.ReadListingsDue;
import io.hutong.credit.reportcheck.ReadListingsDue.Due;
import io.hutong.events.AbnormalGround;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/abnormal-listings/due")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "abnormal list")
class ListingsDueResource {
    /** A ground that a look proved on {@code provenOn}; to list by it is in time until {@code listBy}. */
    @Schema(name = "AbnormalListingDue")
    record DueJson(
            Source source,
            UUID sourceId,
            BizId bizId,
            AbnormalGround ground,
            @Nullable Integer reportYear,
            LocalDate provenOn,
            LocalDate listBy,
            boolean overdue) {
        static DueJson of(Due due) {
            ProvenGround proven = due.ground();
            return new DueJson(
                    proven.source(),
                    proven.sourceId(),
                    proven.bizId(),
                    proven.ground(),
                    proven.reportYear(),
                    proven.provenOn(),
                    due.listBy(),
                    due.overdue());
        }
    }

    private final ReadListingsDue listings;

    ListingsDueResource(ReadListingsDue listings) {
        this.listings = listings;
    }

    @GET
    @Operation(summary = "Who is to be listed by what a look into a report proved, the first proven first 待列入")
    public Page<DueJson> due(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        List<Due> found = listings.due(cursor == null ? null : place(Cursor.decode(cursor, 3)), limit + 1);
        List<Due> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(DueJson::of).toList(), found.size() > limit ? next(shown.get(limit - 1)) : null);
    }

    private static Place place(List<String> row) {
        return new Place(LocalDate.parse(row.get(0)), UUID.fromString(row.get(1)), BizId.of(row.get(2)));
    }

    private static String next(Due last) {
        Place place = last.place();
        return Cursor.encode(
                place.provenOn().toString(),
                place.sourceId().toString(),
                place.bizId().value());
    }
}
