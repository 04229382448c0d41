package io.hutong.registration.imports.adapter;

import io.hutong.registration.imports.LoadBusinesses;
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

@Path("/imports")
@Produces("application/json")
@RolesAllowed("registrar")
@RequiresAgency("AMR")
@Tag(name = "imports", description = "Initial load of the bureau's existing register")
class ImportResource {
    private final Imports imports;
    private final LoadBusinesses businesses;

    ImportResource(Imports imports, LoadBusinesses businesses) {
        this.imports = imports;
        this.businesses = businesses;
    }

    @POST
    @Consumes("text/csv")
    @Operation(summary = "Load a register; the same file sent again is the same import 批量导入")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response load(InputStream file) {
        ImportView accepted = imports.accept(businesses, file);
        return Response.accepted(accepted)
                .location(URI.create("/imports/" + accepted.importId()))
                .build();
    }

    @GET
    @Path("/{importId}")
    @Operation(summary = "How far a file has come")
    public ImportView read(@PathParam("importId") String importId) {
        return imports.view(businesses, importId);
    }

    @GET
    @Path("/{importId}/errors")
    @Operation(summary = "The refused lines, each with its number and the reason")
    public Page<RefusedLine> refused(
            @PathParam("importId") String importId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return imports.refused(businesses, importId, cursor, limit, language);
    }
}
