package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.ReadList;
import io.hutong.credit.abnormallist.RemoveAbnormal;
import io.hutong.identity.AbnormalEntryId;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/abnormal-entries")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "abnormal list")
class EntryResource {
    /** Why an entry is removed by a person; that there never was a ground is shown by an objection, and removes it at its end. */
    @Schema(name = "RemovalReason")
    enum Why {
        /** The ground is gone: the address changed or the business was found, the report or the name put right. */
        CURED
    }

    /** A removal. */
    @Schema(name = "RemovalRequest")
    record RemovalJson(Why why) {}

    private final ReadList read;
    private final EntryViews views;
    private final RemoveAbnormal remove;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    EntryResource(
            ReadList read, EntryViews views, RemoveAbnormal remove, IdempotentRequests idempotent, Caller caller) {
        this.read = read;
        this.views = views;
        this.remove = remove;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The list as it stands: every open entry, the first listed first")
    public Page<EntryJson> open(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        AbnormalEntryId after = cursor == null
                ? null
                : AbnormalEntryId.of(Cursor.decode(cursor, 1).get(0));
        List<AbnormalEntry> found = read.open(after, limit + 1);
        boolean more = found.size() > limit;
        List<AbnormalEntry> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                views.of(shown), more ? Cursor.encode(shown.get(limit - 1).id().value()) : null);
    }

    @GET
    @Path("/{entryId}")
    @Operation(summary = "One entry")
    public EntryJson one(@PathParam("entryId") AbnormalEntryId entryId) {
        return views.of(read.one(entryId));
    }

    @POST
    @Path("/{entryId}/removal")
    @Operation(summary = "Remove an entry by decision 移出经营异常名录")
    @Idempotent
    @APIResponseSchema(value = EntryJson.class, responseCode = "200")
    public Response remove(@PathParam("entryId") AbnormalEntryId entryId, RemovalJson body) {
        return idempotent.once("POST /abnormal-entries/" + entryId + "/removal", body, () -> {
            AbnormalEntry removed = remove.handle(new RemoveAbnormal.Command(entryId, caller.officer()));
            return Response.ok(views.of(removed)).build();
        });
    }
}
