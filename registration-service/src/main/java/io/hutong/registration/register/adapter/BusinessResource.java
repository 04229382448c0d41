package io.hutong.registration.register.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.OpenBusiness;
import io.hutong.registration.register.Opening;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.PermitsShown;
import io.hutong.registration.register.ReadRegister;
import io.hutong.registration.register.RegisterTime;
import io.hutong.web.Caller;
import io.hutong.web.Hint;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Language;
import io.hutong.web.Page;
import io.hutong.web.Preconditions;
import io.hutong.web.RequiresAgency;
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
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/businesses")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "businesses", description = "The register of individual businesses")
class BusinessResource {
    private static final Logger LOG = Logger.getLogger(BusinessResource.class);

    private final OpenBusiness openBusiness;
    private final ReadRegister register;
    private final PermitsShown permits;
    private final FactRules rules;
    private final RegisterTime time;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    BusinessResource(
            OpenBusiness openBusiness,
            ReadRegister register,
            PermitsShown permits,
            FactRules rules,
            RegisterTime time,
            IdempotentRequests idempotent,
            Caller caller) {
        this.openBusiness = openBusiness;
        this.register = register;
        this.permits = permits;
        this.rules = rules;
        this.time = time;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("registrar")
    @RequiresAgency("AMR")
    @Operation(summary = "Open a business 设立登记")
    @Idempotent
    @APIResponseSchema(value = BusinessJson.class, responseCode = "201")
    public Response open(OpeningJson body, @HeaderParam("Accept-Language") @Nullable String language) {
        return idempotent.once("POST /businesses", body, () -> {
            Opening opening = body.opening(time.today());
            FactRules.refuse(rules.checkApplication(opening, time.today()));
            var result = openBusiness.handle(new OpenBusiness.Command(opening, false, Origin.of(caller.clientId())));
            return Response.created(
                            URI.create("/businesses/" + result.business().id()))
                    .tag(Preconditions.etag(result.business().version()))
                    .entity(BusinessJson.opened(
                            result.business(), result.changeId(), hints(result.business(), language)))
                    .build();
        });
    }

    @GET
    @Path("/{bizId}")
    @RolesAllowed({"registrar", "tax-officer", "service"})
    @RequiresAgency({"AMR", "TAX"})
    @Operation(summary = "Read a business, as it stands or as it stood on a day, as known at a moment")
    @APIResponseSchema(value = BusinessJson.class, responseCode = "200")
    public Response read(
            @PathParam("bizId") BizId bizId,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Business business = register.business(bizId);
        List<Hint> hints = hints(business, language);
        if (asOf == null && knownAt == null) {
            return Response.ok(BusinessJson.of(business, permits.of(bizId, time.today()), hints))
                    .tag(Preconditions.etag(business.version()))
                    .build();
        }
        LocalDate day = Moments.day(asOf, time.today());
        Instant known = Moments.instant(knownAt, time.now());
        var then = register.on(bizId, day, known);
        return Response.ok(BusinessJson.on(business, then, day, known, hints)).build();
    }

    @GET
    @RolesAllowed({"registrar", "tax-officer", "service"})
    @RequiresAgency({"AMR", "TAX"})
    @Operation(summary = "Find businesses by code or by the beginning of the name")
    public Page<BusinessJson> find(
            @QueryParam("uscc") @Nullable UnifiedSocialCreditCode uscc,
            @QueryParam("namePrefix") @Nullable String namePrefix,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        if (uscc != null) {
            return new Page<>(register.find(uscc).stream().map(BusinessJson::of).toList(), null);
        }
        return NamePages.page(register, namePrefix, cursor, Page.limit(limit));
    }

    @GET
    @Path("/{bizId}/history")
    @RolesAllowed({"registrar", "tax-officer", "service"})
    @RequiresAgency({"AMR", "TAX"})
    @Operation(
            summary =
                    "All registered changes with their facts before and after, the operators' tenures, and the terms in the"
                            + " separate register 另册")
    public HistoryJson history(@PathParam("bizId") BizId bizId) {
        return HistoryJson.of(register.business(bizId), register.history(bizId));
    }

    private List<Hint> hints(Business business, @Nullable String acceptLanguage) {
        var particulars = business.particulars();
        return rules
                .hints(
                        particulars.uscc(),
                        particulars.establishedOn(),
                        particulars.registrar().division())
                .stream()
                .map(finding -> Hint.of(finding, Language.of(acceptLanguage)))
                .toList();
    }
}
