package io.hutong.registration.duty.adapter;

import io.hutong.events.ChangeKind;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.ChangeState;
import io.hutong.registration.duty.FollowChanges;
import io.hutong.registration.duty.FollowChanges.Listed;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.web.CommonProblems;
import io.hutong.web.Cursor;
import io.hutong.web.InvalidParameter;
import io.hutong.web.Page;
import io.hutong.web.Problem;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/operator-changes")
@Produces("application/json")
@RolesAllowed({"registrar", "tax-officer", "service"})
@RequiresAgency({"AMR", "TAX"})
@Tag(name = "operator changes", description = "Operator changes 经营者变更, requested and registered")
class OperatorChangeViews {
    private final FollowChanges changes;

    OperatorChangeViews(FollowChanges changes) {
        this.changes = changes;
    }

    @GET
    @Path("/{changeId}")
    @Operation(
            summary = "How far an operator change has come: duties, what was done, what is open and who must act",
            description =
                    "AWAITING_CONDITIONS: tax has cleared the application, but a condition of Order 103 art. 18 is not met any more"
                            + " (conditions). The certificate stays unused; the change is registered by itself once they are met, or"
                            + " tax is asked for another certificate if its last day has passed by then (open point CLEAR_AGAIN:"
                            + " certificate expired, tax will be asked again). turnedBy: each way is enough by itself, with all its"
                            + " facts together; since: when the register found it so."
                            + " 已清税，但登记时条件不再满足；清税证明不使用，条件满足后自动登记，届时证明已过期的重新申请清税"
                            + "（待办 CLEAR_AGAIN：清税证明已过期，条件满足后重新申请）。turnedBy 各项任一即可，项内须同时满足；since 为登记机关知悉之时。")
    public ChangeJson follow(@PathParam("changeId") ChangeId changeId) {
        var followed = changes.follow(changeId);
        ChangeKind kind = followed.change().subject().kind();
        if (kind != ChangeKind.OPERATOR && kind != ChangeKind.OPERATOR_NAME) {
            throw Problem.of(CommonProblems.NOT_FOUND, "没有这项经营者变更。", "There is no such operator change.");
        }
        return ChangeJson.of(followed);
    }

    @GET
    @Operation(summary = "Operator changes, oldest first, by state or by divergence")
    public Page<ChangeJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("divergent") @Nullable Boolean divergent,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        ChangeId after =
                cursor == null ? null : ChangeId.of(Cursor.decode(cursor, 1).get(0));
        List<Listed> found =
                changes.operatorChanges(new TrackedChanges.Filter(state(state), divergent), after, limit + 1);
        return ChangeJson.page(found, limit);
    }

    private static @Nullable ChangeState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(ChangeState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidParameter.of(
                        "state",
                        "NOT_ONE_OF",
                        "须为以下之一：" + Arrays.toString(ChangeState.values()),
                        "Must be one of " + Arrays.toString(ChangeState.values())));
    }
}
