package io.hutong.credit.reminder.adapter;

import io.hutong.credit.reminder.ReadReminders;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/report-years/{reportYear}/reminders")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "annual reports")
class ReminderResource {
    /** A stage of reminders: its day, and how many businesses had not filed by then and were reminded. */
    @Schema(name = "ReminderStage")
    record StageJson(int stage, LocalDate on, int reminded) {}

    private final ReadReminders read;

    ReminderResource(ReadReminders read) {
        this.read = read;
    }

    @GET
    @Operation(summary = "How many businesses were reminded of the report for a year, stage by stage 年报提醒")
    public Page<StageJson> stages(@PathParam("reportYear") int reportYear) {
        return new Page<>(
                read.of(reportYear).stream()
                        .map(reminded -> new StageJson(
                                reminded.stage().number(), reminded.stage().on(), reminded.businesses()))
                        .toList(),
                null);
    }
}
