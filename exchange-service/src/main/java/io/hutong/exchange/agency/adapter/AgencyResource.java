package io.hutong.exchange.agency.adapter;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.Agencies;
import io.hutong.exchange.agency.GrantEvents;
import io.hutong.exchange.agency.KeepAgency;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.Preconditions;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/agencies")
@Produces("application/json")
@RolesAllowed("exchange-admin")
@RequiresAgency("GDA")
@Tag(name = "Agencies", description = "Who may come in, and what they may state")
class AgencyResource {
    private static final Logger LOG = Logger.getLogger(AgencyResource.class);

    private final Agencies agencies;
    private final KeepAgency keep;
    private final GrantEvents grant;
    private final JdbcAgencyChanges changes;
    private final Caller caller;

    AgencyResource(Agencies agencies, KeepAgency keep, GrantEvents grant, JdbcAgencyChanges changes, Caller caller) {
        this.agencies = agencies;
        this.keep = keep;
        this.grant = grant;
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The registered agencies by code")
    public Page<AgencyJson> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer requested) {
        int limit = Page.limit(requested);
        String after = cursor == null ? null : Cursor.decode(cursor, 1).get(0);
        List<RegisteredAgency> found = agencies.after(after, limit + 1);
        List<RegisteredAgency> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() <= limit
                ? null
                : Cursor.encode(shown.get(limit - 1).code().value());
        return new Page<>(shown.stream().map(AgencyJson::of).toList(), next);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One agency; the ETag is its version")
    @APIResponseSchema(value = AgencyJson.class, responseCode = "200")
    public Response read(@PathParam("code") AgencyCode code) {
        return profile(find(code), Response.ok());
    }

    @PUT
    @Path("/{code}")
    @Operation(summary = "Register an agency, or change it at the version of If-Match")
    @APIResponseSchema(value = AgencyJson.class, responseCode = "200", responseDescription = "Changed")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = AgencyJson.class)))
    public Response put(
            @PathParam("code") String text,
            @Parameter(description = "The version to change, its ETag; absent for a new agency")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            AgencyJson.ProfileJson profile) {
        AgencyCode code = AgencyCode.of(text);
        RegisteredAgency kept =
                keep.handle(new KeepAgency.Command(code, profile.profile(), ifMatch, caller.clientId()));
        LOG.infof("agency=%s version=%d AgencyKept", code, kept.version());
        boolean created = kept.version() == 1 && ifMatch == null;
        return profile(kept, created ? Response.created(URI.create("/agencies/" + code)) : Response.ok());
    }

    @GET
    @Path("/{code}/grants")
    @Operation(summary = "What an agency may state; the ETag is the version of its grants, \"0\" before the first")
    @APIResponseSchema(value = GrantsJson.class, responseCode = "200")
    public Response grants(@PathParam("code") AgencyCode code) {
        return grants(find(code));
    }

    @PUT
    @Path("/{code}/grants")
    @Operation(summary = "Replace what an agency may state, at the version of If-Match; effective at once")
    @APIResponseSchema(value = GrantsJson.class, responseCode = "200")
    public Response putGrants(
            @PathParam("code") AgencyCode code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            GrantsJson grants) {
        long version = Preconditions.requireVersion(ifMatch);
        RegisteredAgency granted =
                grant.handle(new GrantEvents.Command(code, grants.all(), version, caller.clientId()));
        LOG.infof("agency=%s version=%d Granted", code, granted.grants().version());
        return grants(granted);
    }

    @GET
    @Path("/{code}/changes")
    @Operation(summary = "Who changed what about an agency, newest first")
    public Page<JdbcAgencyChanges.Json> changes(
            @PathParam("code") AgencyCode code,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer requested) {
        int limit = Page.limit(requested);
        long before = cursor == null
                ? Long.MAX_VALUE
                : Long.parseLong(Cursor.decode(cursor, 1).get(0));
        List<JdbcAgencyChanges.Json> found = changes.of(find(code).code(), before, limit + 1);
        List<JdbcAgencyChanges.Json> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() <= limit
                ? null
                : Cursor.encode(Long.toString(shown.get(limit - 1).position()));
        return new Page<>(shown, next);
    }

    private RegisteredAgency find(AgencyCode code) {
        return agencies.find(code).orElseThrow(ExchangeProblems::notFound);
    }

    private static Response profile(RegisteredAgency agency, Response.ResponseBuilder answer) {
        return answer.entity(AgencyJson.of(agency))
                .tag(Preconditions.etag(agency.version()))
                .build();
    }

    private static Response grants(RegisteredAgency agency) {
        return Response.ok(GrantsJson.of(agency.grants()))
                .tag(Preconditions.etag(agency.grants().version()))
                .build();
    }
}
