package io.hutong.credit.sharing.adapter;

import io.hutong.credit.sharing.ReadFollowers;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.web.Caller;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/followers")
@Produces("application/json")
@RolesAllowed({"report-filer", "credit-officer"})
@RequiresAgency("AMR")
@Tag(name = "looks")
class FollowerResource {
    /** A bank that is told when the business changes; to its operator without since when and what for where another operated it then. */
    @Schema(name = "Follower")
    record FollowerJson(
            AgencyCode organisation,
            @Nullable String purpose,
            @Nullable Instant since) {
        static FollowerJson of(ReadFollowers.Shown shown) {
            return new FollowerJson(shown.organisation(), shown.purpose(), shown.since());
        }
    }

    private final ReadFollowers read;
    private final Caller caller;

    FollowerResource(ReadFollowers read, Caller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Banks that follow a business now, also those that began under another operator 订阅机构")
    public Page<FollowerJson> list(@PathParam("bizId") BizId bizId) {
        List<ReadFollowers.Shown> found =
                caller.hasRole("credit-officer") ? read.all(bizId) : read.toPresentOperator(bizId);
        return new Page<>(found.stream().map(FollowerJson::of).toList(), null);
    }
}
