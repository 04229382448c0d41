package io.hutong.credit.separateregister.adapter;

import io.hutong.credit.separateregister.SeparateRegister.Due;
import io.hutong.credit.separateregister.StateDue;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/separate-register/due")
@Produces("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "separate register", description = "Who has been on the abnormal list for two years 另册")
class SeparateRegisterResource {
    /** An open entry whose two years are over since {@code dueOn}; {@code entered} once the register put the business there. */
    @Schema(name = "SeparateRegisterDue")
    record DueJson(AbnormalEntryId entryId, BizId bizId, LocalDate listedOn, LocalDate dueOn, boolean entered) {
        static DueJson of(Due due) {
            return new DueJson(due.entryId(), due.bizId(), due.listedOn(), due.dueOn(), due.entered());
        }
    }

    private final StateDue due;

    SeparateRegisterResource(StateDue due) {
        this.due = due;
    }

    @GET
    @Operation(summary = "Entries by which a business belongs in the separate register, the first listed first")
    public Page<DueJson> due(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        AbnormalEntryId after = cursor == null
                ? null
                : AbnormalEntryId.of(Cursor.decode(cursor, 1).get(0));
        List<Due> found = due.due(after, limit + 1);
        return Page.of(found, limit, DueJson::of, last -> last.entryId().value());
    }
}
