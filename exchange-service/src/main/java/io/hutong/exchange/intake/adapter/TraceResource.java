package io.hutong.exchange.intake.adapter;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.AdmitSender;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.identity.EventId;
import io.hutong.web.Caller;
import io.hutong.web.CommonProblems;
import io.hutong.web.Cursor;
import io.hutong.web.Page;
import io.hutong.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/events")
@Produces("application/json")
@Tag(name = "Events", description = "What agencies state")
class TraceResource {
    /** Behind every id. */
    private static final String NEWEST = "g";

    private final AdmitSender admit;
    private final EventTraces traces;
    private final Caller caller;

    TraceResource(AdmitSender admit, EventTraces traces, Caller caller) {
        this.admit = admit;
        this.traces = traces;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("event-sender")
    @Operation(
            summary = "The events that the caller's agency sent, newest first; with id, the one it sent under that id")
    public Page<TraceJson> list(
            @QueryParam("id") @Nullable String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer requested) {
        AgencyCode agency = admit.handle(caller.agency(), caller.clientId()).code();
        if (id != null) {
            return new Page<>(
                    traces.find(agency, id).map(TraceJson::of).map(List::of).orElse(List.of()), null);
        }
        int limit = Page.limit(requested);
        String before = cursor == null ? NEWEST : Cursor.decode(cursor, 1).get(0);
        List<EventTraces.Trace> found = traces.of(agency, before, limit + 1);
        List<EventTraces.Trace> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() <= limit
                ? null
                : Cursor.encode(shown.get(limit - 1).event().id().value());
        return new Page<>(shown.stream().map(TraceJson::of).toList(), next);
    }

    @GET
    @Path("/{eventId}")
    @RolesAllowed({"event-sender", "flow-operator"})
    @Operation(summary = "Where an event is and who has applied it; for its sender and the coordinating office")
    public TraceJson read(@PathParam("eventId") EventId eventId) {
        AgencyCode own = reader();
        return traces.find(eventId.value())
                .filter(trace -> own == null || trace.event().sent().agency().equals(own))
                .map(TraceJson::of)
                .orElseThrow(ExchangeProblems::notFound);
    }

    /** The agency whose events the caller may read, or null for all of them. */
    private @Nullable AgencyCode reader() {
        if (caller.hasRole("event-sender")) {
            return admit.handle(caller.agency(), caller.clientId()).code();
        }
        if (!caller.agency().equals(Agency.JCO.name())) {
            throw Problem.of(CommonProblems.WRONG_AGENCY, "令牌所属部门不能执行此操作。", "The agency of the token may not do this.");
        }
        return null;
    }
}
