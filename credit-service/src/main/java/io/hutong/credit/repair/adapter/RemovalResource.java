package io.hutong.credit.repair.adapter;

import io.hutong.credit.repair.ReadRemovals;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/abnormal-removals")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "abnormal list")
class RemovalResource {
    private final ReadRemovals read;

    RemovalResource(ReadRemovals read) {
        this.read = read;
    }

    @GET
    @Operation(
            summary =
                    "Removals that a platform or a following bank has not acknowledged, the first listed first 未同步完毕的移出")
    public Page<RemovalJson> unacknowledged(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        AbnormalEntryId after = cursor == null
                ? null
                : AbnormalEntryId.of(Cursor.decode(cursor, 1).get(0));
        return Page.of(
                read.unacknowledged(after, limit + 1),
                limit,
                RemovalJson::of,
                last -> last.entry().id().value());
    }

    @GET
    @Path("/{entryId}")
    @Operation(
            summary =
                    "How far the removal of an entry has come: who acknowledged it when, and what hangs since when 移出同步情况")
    public RemovalJson one(@PathParam("entryId") AbnormalEntryId entryId) {
        return RemovalJson.of(read.one(entryId));
    }
}
