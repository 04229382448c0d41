package io.hutong.registration.operatorchange.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.identity.ChangeId;
import io.hutong.registration.operatorchange.EndApplication;
import io.hutong.registration.register.Origin;
import io.hutong.registration.shared.answer.RegisteredAnswer;
import io.hutong.web.Caller;
import io.hutong.web.CommonProblems;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Problem;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/operator-changes")
@Produces("application/json")
@Consumes("application/json")
@RequiresAgency("AMR")
@Tag(name = "operator changes")
class ApplicationResource {
    /** Why the applicants withdraw. */
    record WithdrawalJson(@Nullable String reason) {}

    /**
     * Papers, promises, and both decisions with each condition, its facts, its result and its clause; {@code conditionsAgain} are
     * the conditions as they were asked last, once tax has cleared the application.
     */
    record GroundsJson(
            JsonNode papers, JsonNode ruling, @Nullable JsonNode conditionsAgain) {}

    private final EndApplication endApplication;
    private final JpaOperatorChanges operatorChanges;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    ApplicationResource(
            EndApplication endApplication,
            JpaOperatorChanges operatorChanges,
            IdempotentRequests idempotent,
            Caller caller) {
        this.endApplication = endApplication;
        this.operatorChanges = operatorChanges;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @Path("/{changeId}/withdrawal")
    @RolesAllowed("registrar")
    @Operation(summary = "Withdraw an operator change that waits for tax clearance or for its conditions 撤回申请")
    @Idempotent
    @APIResponseSchema(value = RegisteredAnswer.class, responseCode = "200")
    public Response withdraw(@PathParam("changeId") ChangeId changeId, @Nullable WithdrawalJson body) {
        return idempotent.once("POST /operator-changes/" + changeId + "/withdrawal", body, () -> {
            String reason = body == null || body.reason() == null ? "WITHDRAWN_BY_APPLICANTS" : body.reason();
            var business = endApplication.withdraw(changeId, reason, Origin.of(caller.clientId()));
            return RegisteredAnswer.of(200, "/operator-changes/", business, changeId);
        });
    }

    @GET
    @Path("/{changeId}/grounds")
    @RolesAllowed("registrar")
    @Operation(
            summary =
                    "What an operator change rested on: papers, promises, regime, conditions C1 to C6 at the application and when asked last")
    public GroundsJson grounds(@PathParam("changeId") ChangeId changeId) {
        return operatorChanges
                .kept(changeId)
                .map(kept -> new GroundsJson(kept.papers(), kept.ruling(), kept.conditionsAgain()))
                .orElseThrow(
                        () -> Problem.of(CommonProblems.NOT_FOUND, "没有这项经营者变更。", "There is no such operator change."));
    }
}
