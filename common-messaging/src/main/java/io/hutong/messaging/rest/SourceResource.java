package io.hutong.messaging.rest;

import io.hutong.identity.BizId;
import io.hutong.messaging.outbox.EventLog;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What a source serves to its readers: what it has stated, and the stored events themselves. */
@Path("/messaging")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"service", "flow-operator"})
@CoordinatingOffice
public class SourceResource {
    private static final int MOST_HEADS = 5_000;

    private final EventLog log;

    SourceResource(EventLog log) {
        this.log = log;
    }

    /** What was stated after a position, in log order. */
    @GET
    @Path("/heads")
    public HeadsPage heads(
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (limit < 1 || limit > MOST_HEADS) {
            throw new BadRequestException("limit is 1 to " + MOST_HEADS);
        }
        return log.heads(after, limit);
    }

    /** Events of one stream, as they were sent; ask again from the last version for the rest. */
    @GET
    @Path("/streams/{bizId}")
    public StreamPage stream(
            @PathParam("bizId") String bizId,
            @QueryParam("from") @DefaultValue("1") long from,
            @QueryParam("to") @DefaultValue("9223372036854775807") long to) {
        return log.stream(business(bizId), from, to);
    }

    static BizId business(String text) {
        try {
            return BizId.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("no bizId");
        }
    }
}
