package io.hutong.credit.sharing.adapter;

import io.hutong.credit.sharing.Feed;
import io.hutong.credit.sharing.ReadFeed;
import io.hutong.events.AgencyCode;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.InvalidParameter;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/subscriptions")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("bank")
@RequiresAgency("FI-*")
@Tag(name = "subscriptions")
class ChangesResource {
    private static final int LONGEST_WAIT = 20;
    private static final int WAITING_AT_ONCE = 2;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Everything up to this number has arrived. */
    @Schema(name = "Acknowledgement")
    record AcknowledgementJson(long upTo) {}

    /** How far the bank is now. */
    @Schema(name = "Acknowledged")
    record AcknowledgedJson(long acknowledged, long last) {
        static AcknowledgedJson of(Feed feed) {
            return new AcknowledgedJson(feed.acknowledged(), feed.last());
        }
    }

    private final ReadFeed read;
    private final Bank bank;
    private final Places places = new Places(WAITING_AT_ONCE);
    private final IdempotentRequests idempotent;

    ChangesResource(ReadFeed read, Bank bank, IdempotentRequests idempotent) {
        this.read = read;
        this.bank = bank;
        this.idempotent = idempotent;
    }

    @GET
    @Path("/changes")
    @Operation(
            summary = "Changes behind a number, else behind the acknowledged one; waits up to 20 seconds for the next")
    public FeedJson changes(
            @QueryParam("after") @Nullable Long after,
            @QueryParam("limit") @Nullable Integer asked,
            @QueryParam("wait") @Nullable Integer seconds)
            throws InterruptedException {
        int limit = Page.limit(asked);
        int wait = seconds == null ? 0 : seconds;
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw InvalidParameter.of(
                    "wait", "OUT_OF_RANGE", "须在 0 到 " + LONGEST_WAIT + " 之间", "Must be between 0 and " + LONGEST_WAIT);
        }
        AgencyCode organisation = bank.code();
        ReadFeed.Slice slice = read.handle(organisation, after, limit);
        if (wait > 0 && slice.entries().isEmpty() && places.take(organisation)) {
            try {
                return FeedJson.of(next(organisation, after, limit, Duration.ofSeconds(wait)));
            } finally {
                places.leave(organisation);
            }
        }
        return FeedJson.of(slice);
    }

    /** Every look is a transaction of its own: between them no connection to the database is kept. */
    private ReadFeed.Slice next(AgencyCode organisation, @Nullable Long after, int limit, Duration wait)
            throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        ReadFeed.Slice slice = read.handle(organisation, after, limit);
        while (slice.entries().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY.toMillis());
            slice = read.handle(organisation, after, limit);
        }
        return slice;
    }

    @POST
    @Path("/acknowledgement")
    @Operation(summary = "Tell that everything up to a number has arrived; it is not given again")
    @Idempotent
    @APIResponseSchema(value = AcknowledgedJson.class, responseCode = "200")
    public Response acknowledge(AcknowledgementJson body) {
        return idempotent.once(
                "POST /subscriptions/acknowledgement",
                body,
                () -> Response.ok(AcknowledgedJson.of(read.acknowledge(bank.code(), body.upTo())))
                        .build());
    }
}
