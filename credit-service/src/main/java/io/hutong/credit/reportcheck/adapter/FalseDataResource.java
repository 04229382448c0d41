package io.hutong.credit.reportcheck.adapter;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.reportcheck.CheckFalseData;
import io.hutong.credit.reportcheck.FalseDataReport;
import io.hutong.credit.reportcheck.FalseDataReport.Finding;
import io.hutong.credit.reportcheck.FalseDataReport.Outcome;
import io.hutong.identity.BizId;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/false-data-reports")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "false data")
class FalseDataResource {
    /** Which report is said to be false, and in what. */
    @Schema(name = "FalseDataClaim")
    record ClaimJson(BizId bizId, int reportYear, String claim) {}

    /** What the look showed. */
    @Schema(name = "FalseDataFinding")
    record FindingJson(Outcome outcome) {}

    /** A report of false data; it is looked into until {@code checkBy}. */
    @Schema(name = "FalseDataReport")
    record ReportJson(
            UUID reportId,
            BizId bizId,
            int reportYear,
            String claim,
            LocalDate receivedOn,
            LocalDate checkBy,
            boolean overdue,
            @Nullable Outcome outcome,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy) {}

    private final CheckFalseData check;
    private final IdempotentRequests idempotent;
    private final Caller caller;
    private final CreditTime time;

    FalseDataResource(CheckFalseData check, IdempotentRequests idempotent, Caller caller, CreditTime time) {
        this.check = check;
        this.idempotent = idempotent;
        this.caller = caller;
        this.time = time;
    }

    @POST
    @Operation(summary = "Take down that a filed report is said to be false 举报年报虚假")
    @Idempotent
    @APIResponseSchema(value = ReportJson.class, responseCode = "201")
    public Response take(ClaimJson body) {
        return idempotent.once("POST /false-data-reports", body, () -> {
            FalseDataReport taken =
                    check.handle(new CheckFalseData.Command(body.bizId(), body.reportYear(), body.claim()));
            return Response.created(URI.create("/false-data-reports/" + taken.id()))
                    .entity(json(taken))
                    .build();
        });
    }

    @GET
    @Operation(summary = "What is still to be looked into, the oldest first; with overdue=true what is late")
    public Page<ReportJson> open(
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        UUID after =
                cursor == null ? null : UUID.fromString(Cursor.decode(cursor, 1).get(0));
        List<FalseDataReport> found = check.open(Boolean.TRUE.equals(overdue), after, limit + 1);
        return Page.of(found, limit, this::json, last -> last.id().toString());
    }

    @POST
    @Path("/{reportId}/finding")
    @Operation(summary = "Record what the look showed; a false report is then a ground for the list")
    @Idempotent
    @APIResponseSchema(value = ReportJson.class, responseCode = "200")
    public Response decide(@PathParam("reportId") UUID reportId, FindingJson body) {
        return idempotent.once(
                "POST /false-data-reports/" + reportId + "/finding",
                body,
                () -> Response.ok(json(check.decide(reportId, body.outcome(), caller.officer())))
                        .build());
    }

    private ReportJson json(FalseDataReport report) {
        Finding finding = report.finding();
        return new ReportJson(
                report.id(),
                report.bizId(),
                report.reportYear(),
                report.claim(),
                report.receivedOn(),
                report.checkBy(),
                report.overdue(time.today()),
                finding == null ? null : finding.outcome(),
                finding == null ? null : finding.on(),
                finding == null ? null : finding.by());
    }
}
