package io.hutong.credit.sharing.adapter;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.consent.SharingRules.Coded;
import io.hutong.credit.consent.SharingRules.Field;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.credit.consent.SharingRules.Term;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/sharing-terms")
@Produces("application/json")
@RolesAllowed({"bank", "report-filer", "credit-officer"})
@RequiresAgency({"AMR", "FI-*"})
@Tag(name = "credit profiles")
class TermsResource {
    /**
     * What could be told in which layer, and to whom and what for a business may consent; {@code unknown} is public too and not
     * known here.
     */
    @Schema(name = "SharingTerms")
    record TermsJson(
            String ruleSet,
            int longestConsentDays,
            int mostCalls,
            List<TermJson> fields,
            List<TermJson> unknown,
            List<TermJson> purposes,
            List<TermJson> recipients) {}

    /** A field, a purpose or an institution, and the law that it rests on. */
    @Schema(name = "SharingTerm")
    record TermJson(String code, @Nullable Layer layer, String zh, String en, String clause) {
        static TermJson of(String code, @Nullable Layer layer, Term term) {
            return new TermJson(
                    code,
                    layer,
                    term.title().zh(),
                    term.title().en(),
                    term.clause().zh());
        }

        static TermJson of(Coded coded) {
            return of(coded.code(), null, coded.term());
        }

        static TermJson of(Field field) {
            return of(field.name(), field.layer(), field.term());
        }
    }

    private final SharingRules rules;
    private final CreditTime time;

    TermsResource(SharingRules rules, CreditTime time) {
        this.rules = rules;
        this.time = time;
    }

    @GET
    @Operation(summary = "The terms of sharing: fields by layer, purposes, connected institutions")
    public TermsJson read() {
        LocalDate today = time.today();
        return new TermsJson(
                rules.version(today),
                rules.longestDays(today),
                rules.mostCalls(today),
                rules.fields(today).stream().map(TermJson::of).toList(),
                rules.unknown(today).stream().map(TermJson::of).toList(),
                rules.purposes(today).stream().map(TermJson::of).toList(),
                rules.recipients(today).stream().map(TermJson::of).toList());
    }
}
