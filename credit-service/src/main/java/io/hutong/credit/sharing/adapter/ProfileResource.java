package io.hutong.credit.sharing.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.sharing.Look;
import io.hutong.credit.sharing.ShareProfile;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.RequiresAgency;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Looks of banks. Each profile goes out while its consent is locked, one by one, so that a withdrawal that has been answered stops
 * what is not out yet. A repeated request is a new look: nothing is stored that could be given again.
 */
@Singleton
@Path("/credit-profiles")
@Consumes("application/json")
@RolesAllowed("bank")
@RequiresAgency("FI-*")
@Tag(name = "credit profiles", description = "What banks are told about businesses, free of charge 信用信息共享")
class ProfileResource {
    /** Which businesses, what for, and which fields beside what is public. */
    @Schema(name = "ProfilesAsked")
    record AskedJson(String purpose, @Nullable List<String> fields, List<UnifiedSocialCreditCode> uscc) {}

    private final ShareProfile share;
    private final Bank bank;
    private final ObjectMapper json;
    private final Places batches;

    ProfileResource(ShareProfile share, Bank bank, ObjectMapper json, BatchConfig config) {
        this.share = share;
        this.bank = bank;
        this.json = json;
        this.batches = new Places(config.ofOneBank());
    }

    @GET
    @Path("/{uscc}")
    @Produces("application/json")
    @Operation(summary = "One business; fields, separated by commas, are those that need its consent for the purpose")
    @APIResponseSchema(value = ProfileJson.class, responseCode = "200")
    public StreamingOutput one(
            @PathParam("uscc") UnifiedSocialCreditCode uscc,
            @QueryParam("purpose") @DefaultValue("") String purpose,
            @QueryParam("fields") @DefaultValue("") String fields,
            @Context HttpServerResponse connection) {
        List<String> names = fields.isEmpty() ? List.of() : Arrays.asList(fields.split(",", -1));
        share.check(purpose, names, 1);
        if (!share.knows(uscc)) {
            throw CreditProblems.notFound();
        }
        Look.By by = bank.asksFor(purpose, names);
        return out -> write(new ProfileLines(out, connection, json), uscc, by);
    }

    @POST
    @Path("/batch")
    @Produces("application/x-ndjson")
    @Operation(
            summary =
                    "Up to 500 businesses, a CreditProfile in each line; 429 while too many batches of the bank are under way")
    public StreamingOutput batch(AskedJson body, @Context HttpServerResponse connection) {
        List<String> names = body.fields() == null ? List.of() : body.fields();
        share.check(body.purpose(), names, body.uscc().size());
        Look.By by = bank.asksFor(body.purpose(), names);
        // a place is taken where it is left for certain: an answer that is given up before it is written takes none
        return out -> {
            if (!batches.take(by.organisation())) {
                throw CreditProblems.tooManyBatches();
            }
            try {
                ProfileLines lines = new ProfileLines(out, connection, json);
                for (UnifiedSocialCreditCode uscc : new LinkedHashSet<>(body.uscc())) {
                    write(lines, uscc, by);
                }
            } finally {
                batches.leave(by.organisation());
            }
        };
    }

    private void write(ProfileLines lines, UnifiedSocialCreditCode uscc, Look.By by) throws IOException {
        lines.awaitRoom();
        try {
            boolean found =
                    share.handle(new ShareProfile.Command(uscc, by), profile -> lines.write(ProfileJson.of(profile)));
            if (!found) {
                lines.write(ProfileJson.unknown(uscc));
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
