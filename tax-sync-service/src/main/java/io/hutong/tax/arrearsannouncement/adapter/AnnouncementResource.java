package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.tax.arrearsannouncement.AnnounceArrears;
import io.hutong.tax.arrearsannouncement.Announcements;
import io.hutong.tax.arrearsannouncement.ClearAnnouncement;
import io.hutong.tax.arrearsannouncement.ReinstateAnnouncement;
import io.hutong.tax.problem.TaxProblems;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/arrears-announcements")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Arrears announcements", description = "Arrears that the tax office announced to the public 欠税公告")
class AnnouncementResource {
    private final AnnounceArrears announce;
    private final ClearAnnouncement clear;
    private final ReinstateAnnouncement reinstate;
    private final Announcements announcements;
    private final IdempotentRequests idempotent;

    AnnouncementResource(
            AnnounceArrears announce,
            ClearAnnouncement clear,
            ReinstateAnnouncement reinstate,
            Announcements announcements,
            IdempotentRequests idempotent) {
        this.announce = announce;
        this.clear = clear;
        this.reinstate = reinstate;
        this.announcements = announcements;
        this.idempotent = idempotent;
    }

    @POST
    @Operation(
            summary = "Record that arrears were announced 登记欠税公告",
            description =
                    "One line of a notice: a tenure, a tax, a period. The same line of the same notice again changes"
                            + " nothing (200), and is refused once it was cleared (409); a later notice of the same debt takes"
                            + " the place of the earlier one.")
    @Idempotent
    @APIResponseSchema(
            value = AnnouncementJson.class,
            responseCode = "200",
            responseDescription = "The line was recorded before")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AnnouncementJson.class)))
    public Response announce(NewAnnouncementJson line) {
        return idempotent.once("POST /arrears-announcements", line, () -> {
            AnnounceArrears.Recorded recorded = announce.handle(line.command());
            AnnouncementJson json = AnnouncementJson.of(recorded.announcement());
            return recorded.fresh()
                    ? Response.created(URI.create("/arrears-announcements/" + json.announcementId()))
                            .entity(json)
                            .build()
                    : Response.ok(json).build();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An announcement of arrears")
    public AnnouncementJson read(@PathParam("id") ArrearsAnnouncementId id) {
        return announcements.find(id).map(AnnouncementJson::of).orElseThrow(TaxProblems::notFound);
    }

    @POST
    @Path("/{id}/clearances")
    @Operation(
            summary = "Record that announced arrears were paid, or announced by mistake 解除欠税公告",
            description = "What a mistake had taken the place of is announced anew, under another id.")
    @Idempotent
    @APIResponseSchema(
            value = AnnouncementJson.class,
            responseCode = "200",
            responseDescription = "Cleared like this before")
    @APIResponse(
            responseCode = "201",
            description = "Cleared",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AnnouncementJson.class)))
    public Response clear(@PathParam("id") ArrearsAnnouncementId id, NewClearanceJson how) {
        return idempotent.once("POST /arrears-announcements/" + id + "/clearances", how, () -> {
            ClearAnnouncement.Cleared cleared = clear.handle(id, how.clearance());
            AnnouncementJson json = AnnouncementJson.of(cleared.announcement());
            return cleared.fresh()
                    ? Response.created(URI.create("/arrears-announcements/" + id))
                            .entity(json)
                            .build()
                    : Response.ok(json).build();
        });
    }

    @POST
    @Path("/{id}/reinstatement")
    @Operation(
            summary = "Take back that announced arrears were paid 恢复欠税公告",
            description =
                    "The same line is announced anew, under another id (201). Of one that stands, and of one that was"
                            + " reinstated before, nothing changes (200).")
    @Idempotent
    @APIResponseSchema(value = AnnouncementJson.class, responseCode = "200", responseDescription = "It stands")
    @APIResponse(
            responseCode = "201",
            description = "Announced anew",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AnnouncementJson.class)))
    public Response reinstate(@PathParam("id") ArrearsAnnouncementId id) {
        return idempotent.once("POST /arrears-announcements/" + id + "/reinstatement", id, () -> {
            ReinstateAnnouncement.Reinstated reinstated = reinstate.handle(id);
            AnnouncementJson json = AnnouncementJson.of(reinstated.announcement());
            return reinstated.fresh()
                    ? Response.created(URI.create("/arrears-announcements/" + json.announcementId()))
                            .entity(json)
                            .build()
                    : Response.ok(json).build();
        });
    }

    @GET
    @Path("/on-annulled-tenures")
    @Operation(
            summary = "Announcements that stand although the tenure that is said to owe was annulled",
            description = "The earliest 200. Withdraw each, and record it for the tenure that owes.")
    public Page<AnnouncementJson> onAnnulledTenures() {
        return new Page<>(
                announcements.onAnnulledTenures().stream()
                        .map(AnnouncementJson::of)
                        .toList(),
                null);
    }
}
