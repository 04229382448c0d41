package io.hutong.credit.repair.adapter;

import io.hutong.credit.repair.ReadRepairs;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairTargetId;
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

@Path("/businesses/{bizId}/repair-targets")
@Produces("application/json")
@RolesAllowed({"report-filer", "credit-officer"})
@RequiresAgency("AMR")
@Tag(name = "credit repair")
class RepairTargetsResource {
    /** What an application may be about; repair is open from {@code openFrom}, never where it is not repairable. */
    @Schema(name = "RepairTargetOpen")
    record OpenJson(
            RepairTarget target, RepairTargetId targetId, String decisionNo, boolean repairable, LocalDate openFrom) {
        static OpenJson of(ReadRepairs.Open open) {
            return new OpenJson(open.target(), open.id(), open.decisionNo(), open.repairable(), open.openFrom());
        }
    }

    private final ReadRepairs read;

    RepairTargetsResource(ReadRepairs read) {
        this.read = read;
    }

    @GET
    @Operation(summary = "What an application may be about, and from which day on 可申请修复的记录")
    public Page<OpenJson> of(@PathParam("bizId") BizId bizId) {
        return new Page<>(read.targets(bizId).stream().map(OpenJson::of).toList(), null);
    }
}
