package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.identity.BizId;
import io.hutong.tax.arrearsannouncement.Announcements;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/taxpayers/{bizId}/arrears-announcements")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Arrears announcements")
class TaxpayerAnnouncementsResource {
    private final Announcements announcements;
    private final Taxpayers taxpayers;

    TaxpayerAnnouncementsResource(Announcements announcements, Taxpayers taxpayers) {
        this.announcements = announcements;
        this.taxpayers = taxpayers;
    }

    @GET
    @Operation(summary = "All announcements of a business, of every tenure, as they were recorded")
    public Page<AnnouncementJson> list(@PathParam("bizId") BizId bizId) {
        if (!taxpayers.exists(bizId)) {
            throw TaxProblems.notFound();
        }
        return new Page<>(
                announcements.of(bizId).stream().map(AnnouncementJson::of).toList(), null);
    }
}
