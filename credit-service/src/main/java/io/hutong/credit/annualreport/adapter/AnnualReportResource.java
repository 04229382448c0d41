package io.hutong.credit.annualreport.adapter;

import io.hutong.credit.annualreport.FileReports;
import io.hutong.credit.annualreport.ReadReports;
import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import io.hutong.web.Caller;
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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/businesses/{bizId}/annual-reports")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed({"report-filer", "credit-officer"})
@RequiresAgency("AMR")
@Tag(name = "annual reports", description = "What a business owes each year, and what it filed")
class AnnualReportResource {
    private static final Logger LOG = Logger.getLogger(AnnualReportResource.class);

    /** One report or several years in one go; all are taken or none. */
    @Schema(name = "ReportsToFile")
    record FilingJson(
            @Schema(description = "When the paper was handed in at the desk; today where it is not said") @Nullable
            LocalDate receivedOn,

            List<SentJson> reports) {}

    /** The report for one year; the values of {@code content} are texts in the form that the year's form names. */
    @Schema(name = "ReportToFile")
    record SentJson(int year, boolean published, Map<String, String> content) {
        /** Figures and phones are not for logs. */
        @Override
        public String toString() {
            return "SentJson[" + year + "]";
        }
    }

    private final FileReports file;
    private final ReadReports read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    AnnualReportResource(FileReports file, ReadReports read, IdempotentRequests idempotent, Caller caller) {
        this.file = file;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every year owed so far, with the report that was filed 年度报告情况")
    public Page<DutyJson> list(@PathParam("bizId") BizId bizId) {
        return new Page<>(shown(read.duties(bizId)), null);
    }

    @GET
    @Path("/form")
    @Operation(summary = "What is still to be filled in, for all years in one screen, prefilled from the register")
    public Page<FormJson> form(@PathParam("bizId") BizId bizId) {
        return new Page<>(read.forms(bizId).stream().map(FormJson::of).toList(), null);
    }

    @POST
    @Operation(summary = "File reports, or correct them until 30 June 报送年度报告；补报后自动移出经营异常名录")
    @Idempotent
    @APIResponseSchema(value = AnnualReportPage.class, responseCode = "200")
    public Response file(@PathParam("bizId") BizId bizId, FilingJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/annual-reports", body, () -> {
            List<ReportDuties.Duty> duties = file.handle(new FileReports.Command(
                    bizId,
                    atCreditDesk() ? ReportChannel.PAPER : ReportChannel.ONLINE,
                    body.receivedOn(),
                    body.reports().stream()
                            .map(sent -> new FileReports.Sent(sent.year(), sent.published(), sent.content()))
                            .toList(),
                    atCreditDesk() ? caller.officer() : caller.clientId()));
            LOG.infof("bizId=%s years=%d ReportsFiled", bizId, body.reports().size());
            return Response.ok(new AnnualReportPage(shown(duties))).build();
        });
    }

    /** Every year owed so far. */
    @Schema(name = "AnnualReports")
    record AnnualReportPage(List<DutyJson> items) {}

    private List<DutyJson> shown(List<ReportDuties.Duty> duties) {
        boolean officer = atCreditDesk();
        return duties.stream().map(duty -> DutyJson.of(duty, officer)).toList();
    }

    private boolean atCreditDesk() {
        return caller.hasRole("credit-officer");
    }
}
