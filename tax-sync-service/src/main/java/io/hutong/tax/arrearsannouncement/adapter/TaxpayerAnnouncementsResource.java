package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.identity.BizId;
import io.hutong.tax.arrearsannouncement.Announcements;
import io.hutong.tax.arrearsannouncement.RestateArrears;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/taxpayers/{bizId}/arrears-announcements")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Arrears announcements")
class TaxpayerAnnouncementsResource {
    private final RestateArrears restate;
    private final Announcements announcements;
    private final Taxpayers taxpayers;
    private final IdempotentRequests idempotent;

    TaxpayerAnnouncementsResource(
            RestateArrears restate, Announcements announcements, Taxpayers taxpayers, IdempotentRequests idempotent) {
        this.restate = restate;
        this.announcements = announcements;
        this.taxpayers = taxpayers;
        this.idempotent = idempotent;
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

    @POST
    @Path("/restatement")
    @Operation(
            summary = "State again which announcements of a business stand 重报欠税公告",
            description = "For an agency that left out an event of the business: nothing changes here.")
    @Idempotent
    @APIResponseSchema(value = AnnouncementPage.class, responseCode = "200")
    public Response restate(@PathParam("bizId") BizId bizId) {
        return idempotent.once("POST /taxpayers/" + bizId + "/arrears-announcements/restatement", bizId, () -> {
            List<AnnouncementJson> standing =
                    restate.handle(bizId).stream().map(AnnouncementJson::of).toList();
            return Response.ok(new AnnouncementPage(standing)).build();
        });
    }

    /** All that stands, as it was stated again. */
    @Schema(name = "RestatedArrears")
    record AnnouncementPage(List<AnnouncementJson> items) {
        AnnouncementPage {
            items = List.copyOf(items);
        }
    }
}
