package io.hutong.credit.seriouslist.adapter;

import io.hutong.credit.seriouslist.ReadSerious;
import io.hutong.credit.seriouslist.SeriousRules;
import io.hutong.identity.SeriousEntryId;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/serious-entries")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "serious-violation list")
class SeriousEntryResource {
    private final ReadSerious read;
    private final SeriousRules rules;

    SeriousEntryResource(ReadSerious read, SeriousRules rules) {
        this.read = read;
        this.rules = rules;
    }

    @GET
    @Path("/{entryId}")
    @Operation(summary = "One entry")
    public SeriousEntryJson one(@PathParam("entryId") SeriousEntryId entryId) {
        return SeriousEntryJson.of(read.one(entryId), rules);
    }
}
