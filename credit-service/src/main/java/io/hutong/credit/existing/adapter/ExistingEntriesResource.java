package io.hutong.credit.existing.adapter;

import io.hutong.credit.existing.LoadExisting;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import io.hutong.web.imports.ImportView;
import io.hutong.web.imports.Imports;
import io.hutong.web.imports.RefusedLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/existing-entries-imports")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "existing entries")
class ExistingEntriesResource {
    private final Imports imports;
    private final LoadExisting entries;

    ExistingEntriesResource(Imports imports, LoadExisting entries) {
        this.imports = imports;
        this.entries = entries;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary =
                    "Take a file of entries decided before this system; the same file sent again is the same import 导入存量名录")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response load(InputStream file) {
        ImportView accepted = imports.accept(entries, file);
        return Response.accepted(accepted)
                .location(URI.create("/existing-entries-imports/" + accepted.importId()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a file came")
    public ImportView read(@PathParam("id") String id) {
        return imports.view(entries, id);
    }

    @GET
    @Path("/{id}/errors")
    @Operation(summary = "The refused lines, each with its number and the reason")
    public Page<RefusedLine> refused(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return imports.refused(entries, id, cursor, limit, language);
    }
}
