package io.hutong.credit.sharing.adapter;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.sharing.ReadFeed;
import io.hutong.credit.sharing.Subscribe;
import io.hutong.events.AgencyCode;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.Idempotent;
import io.hutong.web.IdempotentRequests;
import io.hutong.web.Page;
import io.hutong.web.RequiresAgency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Singleton
@Path("/subscriptions")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("bank")
@RequiresAgency("FI-*")
@Tag(name = "subscriptions", description = "Changes of businesses for banks that follow them 信用变动订阅")
class SubscriptionResource {
    /** Which businesses, and what for. */
    @Schema(name = "Subscription")
    record SubscriptionJson(String purpose, List<UnifiedSocialCreditCode> uscc) {}

    /** How many businesses were taken, and which codes nobody has. */
    @Schema(name = "Subscribed")
    record SubscribedJson(int businesses, List<UnifiedSocialCreditCode> unknown) {
        static SubscribedJson of(Subscribe.Subscribed subscribed) {
            return new SubscribedJson(subscribed.businesses(), subscribed.unknown());
        }
    }

    private final Subscribe subscribe;
    private final ReadFeed read;
    private final Bank bank;
    private final IdempotentRequests idempotent;
    private final CreditTime time;
    private final Places places;

    SubscriptionResource(
            Subscribe subscribe,
            ReadFeed read,
            Bank bank,
            IdempotentRequests idempotent,
            CreditTime time,
            BatchConfig config) {
        this.subscribe = subscribe;
        this.read = read;
        this.bank = bank;
        this.idempotent = idempotent;
        this.time = time;
        this.places = new Places(config.ofOneBank());
    }

    @GET
    @RolesAllowed("credit-officer")
    @RequiresAgency("AMR")
    @Operation(summary = "How far each bank is: what it has acknowledged, what waits and since when")
    public Page<FeedJson.StateJson> list() {
        return new Page<>(
                read.states().stream()
                        .map(state -> FeedJson.StateJson.of(state, time.now()))
                        .toList(),
                null);
    }

    @POST
    @Operation(summary = "Follow businesses, up to 500 at a time; 429 while too many of these are under way")
    @Idempotent
    @APIResponseSchema(value = SubscribedJson.class, responseCode = "200")
    public Response subscribe(SubscriptionJson body) {
        AgencyCode organisation = bank.code();
        if (!places.take(organisation)) {
            throw CreditProblems.tooManyBatches();
        }
        try {
            return idempotent.once(
                    "POST /subscriptions",
                    body,
                    () -> Response.ok(SubscribedJson.of(subscribe.handle(command(body))))
                            .build());
        } finally {
            places.leave(organisation);
        }
    }

    @POST
    @Path("/cancellation")
    @Operation(summary = "Follow businesses no longer")
    @Idempotent
    @APIResponseSchema(value = SubscribedJson.class, responseCode = "200")
    public Response cancel(SubscriptionJson body) {
        return idempotent.once(
                "POST /subscriptions/cancellation",
                body,
                () -> Response.ok(SubscribedJson.of(subscribe.cancel(command(body))))
                        .build());
    }

    private Subscribe.Command command(SubscriptionJson body) {
        return new Subscribe.Command(bank.asksFor(body.purpose(), Subscribe.Command.fields()), body.uscc());
    }
}
