package io.hutong.registration.premises.adapter;

import io.hutong.registration.premises.ReadVerifications;
import io.hutong.registration.premises.Verification;
import io.hutong.registration.register.RegisterTime;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registrar's list of questions that nobody has answered yet. */
@Path("/premises-verifications")
@Produces("application/json")
@RolesAllowed("registrar")
@RequiresAgency("AMR")
@Tag(name = "premises")
class OpenVerificationResource {
    private final ReadVerifications verifications;
    private final RegisterTime time;

    OpenVerificationResource(ReadVerifications verifications, RegisterTime time) {
        this.verifications = verifications;
        this.time = time;
    }

    @GET
    @Operation(
            summary = "Questions about premises still without an answer, oldest first; with overdue=true the late ones")
    public Page<VerificationJson> open(
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).get(0);
        LocalDate today = time.today();
        List<Verification> found = verifications.open(Boolean.TRUE.equals(overdue) ? today : null, after, limit + 1);
        return Page.of(
                found,
                limit,
                one -> VerificationJson.of(one, today),
                last -> last.id().toString());
    }
}
