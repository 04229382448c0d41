package io.hutong.messaging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hutong.identity.BizId;
import io.hutong.messaging.inbox.Inbox;
import io.hutong.messaging.inbox.Inboxes;
import io.hutong.messaging.inbox.ParkCause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an operator of flows sees and does: state of delivery, parked streams, retry and skip. */
@Path("/messaging")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("flow-operator")
@CoordinatingOffice
public class OperatorResource {
    private static final Logger LOG = Logger.getLogger(OperatorResource.class);
    private static final int MOST = 1_000;

    private final Inboxes inboxes;
    private final DeliveryTables tables;
    private final DeliveryStates states;

    OperatorResource(Inboxes inboxes, DeliveryTables tables, DeliveryStates states) {
        this.inboxes = inboxes;
        this.tables = tables;
        this.states = states;
    }

    /** What became of an attempt: RELEASED, or why the stream still stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempted(String inbox, String bizId, String outcome) {}

    /** Why an event is left out. */
    public record Skip(@Nullable String reason) {}

    @GET
    @Path("/state")
    public DeliveryState state() {
        return states.now();
    }

    @GET
    @Path("/parked")
    public List<DeliveryState.Parked> parked(@QueryParam("limit") @DefaultValue("200") int limit) {
        List<DeliveryState.Parked> parked = new ArrayList<>();
        for (Inbox inbox : inboxes.all()) {
            parked.addAll(tables.parked(inbox.name(), inbox.source(), within(limit)));
        }
        return parked;
    }

    @GET
    @Path("/parked/{inbox}/{bizId}")
    public List<DeliveryState.Queued> line(
            @PathParam("inbox") String inbox,
            @PathParam("bizId") String bizId,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return tables.line(inbox(inbox).source(), SourceResource.business(bizId), within(limit));
    }

    /** What was left out, by whom and why; the last first. */
    @GET
    @Path("/skipped")
    public List<DeliveryState.Skipped> skipped(@QueryParam("limit") @DefaultValue("200") int limit) {
        List<DeliveryState.Skipped> skipped = new ArrayList<>();
        for (Inbox inbox : inboxes.all()) {
            skipped.addAll(tables.skipped(inbox.name(), inbox.source(), within(limit)));
        }
        return skipped;
    }

    private static int within(int limit) {
        if (limit < 1) {
            throw new BadRequestException("limit is at least 1");
        }
        return Math.min(limit, MOST);
    }

    @POST
    @Path("/parked/{inbox}/{bizId}/retry")
    public Attempted retry(@PathParam("inbox") String inbox, @PathParam("bizId") String bizId) {
        return retry(inbox(inbox), SourceResource.business(bizId));
    }

    /** Tries every parked stream once. */
    @POST
    @Path("/parked/retry")
    public List<Attempted> retryAll() {
        List<Attempted> outcomes = new ArrayList<>();
        for (Inbox inbox : inboxes.all()) {
            for (DeliveryState.Parked parked : tables.parked(inbox.name(), inbox.source(), MOST)) {
                outcomes.add(retry(inbox, BizId.of(parked.bizId())));
            }
        }
        return outcomes;
    }

    /** Leaves out the event at the head of the line; the service answers for it. */
    @POST
    @Path("/parked/{inbox}/{bizId}/skip")
    @Consumes(MediaType.APPLICATION_JSON)
    public Attempted skip(
            @PathParam("inbox") String inbox,
            @PathParam("bizId") String bizId,
            Skip skip,
            @Context SecurityContext security) {
        if (skip.reason() == null || skip.reason().isBlank()) {
            throw new BadRequestException("a reason is required");
        }
        String who = security.getUserPrincipal().getName();
        BizId business = SourceResource.business(bizId);
        Optional<Inbox.Skipped> skipped = inbox(inbox).skip(business, skip.reason(), who);
        LOG.infof("skip of %s in %s by %s: %s", business, inbox, who, skipped.isPresent() ? "done" : "not parked");
        return skipped.map(done -> attempted(inbox, business, done.parkedAgain()))
                .orElseThrow(() -> new NotFoundException("the business is not parked"));
    }

    private Attempted retry(Inbox inbox, BizId bizId) {
        return attempted(inbox.name(), bizId, inbox.retry(bizId));
    }

    private static Attempted attempted(String inbox, BizId bizId, Optional<ParkCause> parked) {
        return new Attempted(inbox, bizId.value(), parked.map(Enum::name).orElse("RELEASED"));
    }

    private Inbox inbox(String name) {
        return inboxes.named(name).orElseThrow(() -> new NotFoundException("no such inbox"));
    }
}
