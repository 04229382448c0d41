package io.hutong.registration.duty.adapter;

import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.FollowChanges;
import io.hutong.web.Cursor;
import io.hutong.web.InvalidParameter;
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

@Path("/changes")
@Produces("application/json")
@Tag(name = "changes", description = "What becomes of registered changes at every agency")
class TrackedChangeResource {
    private final FollowChanges changes;

    TrackedChangeResource(FollowChanges changes) {
        this.changes = changes;
    }

    @GET
    @Path("/{changeId}")
    @RolesAllowed({"registrar", "tax-officer", "service"})
    @RequiresAgency({"AMR", "TAX"})
    @Operation(summary = "How far a change of any kind has come at every agency")
    public ChangeJson follow(@PathParam("changeId") ChangeId changeId) {
        return ChangeJson.of(changes.follow(changeId));
    }

    @GET
    @RolesAllowed({"registrar", "tax-officer", "service"})
    @RequiresAgency({"AMR", "TAX"})
    @Operation(
            summary = "Changes by which an agency's record differs from the register: held there, refused or skipped")
    public Page<ChangeJson> divergent(
            @QueryParam("divergent") @Nullable Boolean divergent,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        if (!Boolean.TRUE.equals(divergent)) {
            throw InvalidParameter.of(
                    "divergent",
                    "MISSING",
                    "此处只列出不一致的变更：请给出 divergent=true",
                    "Only divergent changes are listed here: ask with divergent=true");
        }
        int limit = Page.limit(asked);
        ChangeId after =
                cursor == null ? null : ChangeId.of(Cursor.decode(cursor, 1).get(0));
        return ChangeJson.page(changes.divergent(after, limit + 1), limit);
    }
}
