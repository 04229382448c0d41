package io.hutong.credit.objection.adapter;

import io.hutong.credit.filing.Push;
import io.hutong.credit.objection.DecideObjection;
import io.hutong.credit.objection.Objection;
import io.hutong.credit.objection.ReadObjections;
import io.hutong.identity.ObjectionId;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/objections")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("credit-officer")
@RequiresAgency("AMR")
@Tag(name = "objections")
class ObjectionResource {
    private static final Logger LOG = Logger.getLogger(ObjectionResource.class);

    /**
     * A step, and what the business is told; needed where the step goes against it. {@code version} is the one that was read; needed
     * where the platform that pushed the objection has corrected it.
     */
    @Schema(name = "ObjectionStepToTake")
    record StepJson(
            Objection.Step step,
            @Nullable Integer version,
            @Nullable String answer) {
        @Override
        public String toString() {
            return "StepJson[" + step + "]";
        }
    }

    /** One version of what the platform said, and when it came here. */
    @Schema(name = "PushedObjectionVersion")
    record VersionJson(int version, LocalDate receivedOn, String statement, LocalDate pushedOn) {
        static VersionJson of(Push<String> push) {
            return new VersionJson(push.pushed().version(), push.pushed().receivedOn(), push.said(), push.on());
        }

        @Override
        public String toString() {
            return "VersionJson[" + version + "]";
        }
    }

    private final DecideObjection decide;
    private final ReadObjections read;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    ObjectionResource(DecideObjection decide, ReadObjections read, IdempotentRequests idempotent, Caller caller) {
        this.decide = decide;
        this.read = read;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Objections that are not settled, the first filed first; or only those whose next step is late")
    public Page<ObjectionJson> open(
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        int limit = Page.limit(asked);
        ObjectionId after =
                cursor == null ? null : ObjectionId.of(Cursor.decode(cursor, 1).get(0));
        List<Objection> found = overdue ? read.overdue(after, limit + 1) : read.open(after, limit + 1);
        return Page.of(found, limit, this::json, last -> last.id().value());
    }

    @GET
    @Path("/{objectionId}")
    @Operation(summary = "One objection")
    public ObjectionJson one(@PathParam("objectionId") ObjectionId objectionId) {
        return json(read.one(objectionId));
    }

    @GET
    @Path("/{objectionId}/versions")
    @Operation(
            summary =
                    "What the platform that pushed it said at first and in each correction; the last counts 推送内容的历次版本")
    public Page<VersionJson> versions(@PathParam("objectionId") ObjectionId objectionId) {
        return new Page<>(read.pushes(objectionId).stream().map(VersionJson::of).toList(), null);
    }

    @POST
    @Path("/{objectionId}/steps")
    @Operation(summary = "Take it up or not, record what verification found, correct 受理、核实、更正")
    @Idempotent
    @APIResponseSchema(value = ObjectionJson.class, responseCode = "200")
    public Response step(@PathParam("objectionId") ObjectionId objectionId, StepJson body) {
        return idempotent.once("POST /objections/" + objectionId + "/steps", body, () -> {
            Objection after = decide.handle(new DecideObjection.Command(
                    objectionId, body.step(), body.version(), body.answer(), caller.officer()));
            LOG.infof("bizId=%s objectionId=%s %s", after.bizId(), objectionId, after.state());
            return Response.ok(json(after)).build();
        });
    }

    private ObjectionJson json(Objection objection) {
        return ObjectionJson.of(objection, read);
    }
}
