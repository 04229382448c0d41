package io.hutong.registration.duty.adapter;

import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.FollowChanges;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
        var followed = changes.follow(changeId);
        return ChangeJson.of(followed.change(), followed.timeline());
    }
}
