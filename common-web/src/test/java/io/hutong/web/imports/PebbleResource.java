package io.hutong.web.imports;

import io.hutong.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

@Path("/pebbles")
@Produces("application/json")
@RolesAllowed("registrar")
class PebbleResource {
    private final Imports imports;
    private final Pebbles pebbles;

    PebbleResource(Imports imports, Pebbles pebbles) {
        this.imports = imports;
        this.pebbles = pebbles;
    }

    @POST
    @Consumes("text/csv")
    public ImportView load(InputStream file) {
        return imports.accept(pebbles, file);
    }

    @GET
    @Path("/{id}")
    public ImportView read(@PathParam("id") String id) {
        return imports.view(pebbles, id);
    }

    @GET
    @Path("/{id}/errors")
    public Page<RefusedLine> errors(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return imports.refused(pebbles, id, cursor, limit, language);
    }
}
