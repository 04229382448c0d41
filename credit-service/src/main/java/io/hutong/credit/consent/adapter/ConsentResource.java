package io.hutong.credit.consent.adapter;

import io.hutong.credit.consent.Consent;
import io.hutong.credit.consent.GiveConsent;
import io.hutong.credit.consent.ReadConsents;
import io.hutong.credit.consent.WithdrawConsent;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.web.Caller;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

@Path("/businesses/{bizId}/consents")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("report-filer")
@RequiresAgency("AMR")
@Tag(name = "consents", description = "To which bank a business agreed to show what 融资信用授权")
class ConsentResource {
    private static final Logger LOG = Logger.getLogger(ConsentResource.class);

    /** What the operator agreed to; {@code evidence} is the reference under which the signature is kept. */
    @Schema(name = "ConsentToGive")
    record GivenJson(
            AgencyCode recipient,
            String purpose,
            List<String> fields,
            LocalDate from,
            LocalDate to,
            int maxCalls,
            String evidence) {
        Consent.Terms terms() {
            return new Consent.Terms(recipient, purpose, fields, from, to, maxCalls, evidence);
        }
    }

    private final GiveConsent give;
    private final WithdrawConsent withdraw;
    private final ReadConsents read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    ConsentResource(
            GiveConsent give,
            WithdrawConsent withdraw,
            ReadConsents read,
            IdempotentRequests idempotent,
            Caller caller) {
        this.give = give;
        this.withdraw = withdraw;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"report-filer", "credit-officer"})
    @Operation(summary = "Consents of a business, the first given first; to its operator those of the present tenure")
    public Page<ConsentJson> list(@PathParam("bizId") BizId bizId) {
        List<Consent> found = caller.hasRole("credit-officer") ? read.all(bizId) : read.ofPresentOperator(bizId);
        return new Page<>(found.stream().map(ConsentJson::of).toList(), null);
    }

    @POST
    @Operation(summary = "Agree that a bank may be told figures 授权金融机构查询")
    @Idempotent
    @APIResponseSchema(value = ConsentJson.class, responseCode = "201")
    public Response give(@PathParam("bizId") BizId bizId, GivenJson body) {
        return idempotent.once("POST /businesses/" + bizId + "/consents", body, () -> {
            Consent given = give.handle(new GiveConsent.Command(bizId, body.terms()));
            LOG.infof("bizId=%s consentId=%s ConsentGiven", bizId, given.id());
            return Response.created(URI.create("/businesses/" + bizId + "/consents"))
                    .entity(ConsentJson.of(given))
                    .build();
        });
    }

    @POST
    @Path("/{consentId}/withdrawal")
    @Operation(summary = "Withdraw a consent; once this is answered nothing more is told 撤回授权，立即生效")
    @Idempotent
    @APIResponseSchema(value = ConsentJson.class, responseCode = "200")
    public Response withdraw(@PathParam("bizId") BizId bizId, @PathParam("consentId") ConsentId consentId) {
        return idempotent.once("POST /consents/" + consentId + "/withdrawal", bizId, () -> {
            Consent withdrawn = withdraw.handle(new WithdrawConsent.Command(bizId, consentId));
            LOG.infof("bizId=%s consentId=%s ConsentWithdrawn", bizId, consentId);
            return Response.ok(ConsentJson.of(withdrawn)).build();
        });
    }
}
