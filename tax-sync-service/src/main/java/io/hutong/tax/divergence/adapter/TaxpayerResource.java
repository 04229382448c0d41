package io.hutong.tax.divergence.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.changesync.TaxChanges;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.taxpayer.Divergences;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Tenures;
import io.hutong.web.Page;
import io.hutong.web.Preconditions;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/taxpayers")
@Produces("application/json")
@RolesAllowed("tax-officer")
@RequiresAgency("TAX")
@Tag(name = "Taxpayers")
class TaxpayerResource {
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final TaxChanges changes;
    private final Divergences divergences;

    TaxpayerResource(Taxpayers taxpayers, Tenures tenures, TaxChanges changes, Divergences divergences) {
        this.taxpayers = taxpayers;
        this.tenures = tenures;
        this.changes = changes;
        this.divergences = divergences;
    }

    @GET
    @Path("/{bizId}")
    @Operation(summary = "The tax record of a business, and whether the register is ahead of it")
    @APIResponseSchema(value = TaxpayerJson.class, responseCode = "200")
    public Response read(@PathParam("bizId") BizId bizId) {
        Taxpayer taxpayer = taxpayers.find(bizId).orElseThrow(TaxProblems::notFound);
        return Response.ok(json(taxpayer))
                .tag(Preconditions.etag(taxpayer.version()))
                .build();
    }

    @GET
    @Operation(summary = "The tax record behind a unified social credit code")
    public Page<TaxpayerJson> search(@QueryParam("uscc") @Nullable String uscc) {
        if (uscc == null) {
            throw TaxProblems.invalid("", "taxpayers.uscc", "请给出 uscc", "uscc is required");
        }
        return new Page<>(
                taxpayers
                        .find(UnifiedSocialCreditCode.of(uscc))
                        .map(this::json)
                        .map(List::of)
                        .orElse(List.of()),
                null);
    }

    private TaxpayerJson json(Taxpayer taxpayer) {
        BizId bizId = taxpayer.bizId();
        var lacking =
                new TaxpayerJson.Lacking(changes.waiting(bizId), changes.notAllowed(bizId), divergences.of(bizId));
        return TaxpayerJson.of(taxpayer, tenures.of(bizId), lacking);
    }
}
