package io.hutong.registration.creditstanding.adapter;

import io.hutong.identity.BizId;
import io.hutong.registration.creditstanding.ReadCreditStanding;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/businesses/{bizId}/credit-standing")
@Produces("application/json")
@RolesAllowed("registrar")
@RequiresAgency("AMR")
@Tag(name = "credit standing", description = "What credit has stated, by which conditions C3 and C4 are answered")
class CreditStandingResource {
    private final ReadCreditStanding standings;

    CreditStandingResource(ReadCreditStanding standings) {
        this.standings = standings;
    }

    @GET
    @Operation(
            summary =
                    "Whether a business is on the abnormal operations list 经营异常名录 or the serious-violation list 严重违法失信名单,"
                            + " and which annual reports it filed")
    public CreditStandingJson read(@PathParam("bizId") BizId bizId) {
        return standings.of(bizId).map(CreditStandingJson::of).orElse(CreditStandingJson.NOTHING_STATED);
    }
}
