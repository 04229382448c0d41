package io.hutong.exchange.question.adapter;

import io.hutong.exchange.agency.AdmitSender;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.web.Caller;
import io.hutong.web.Cursor;
import io.hutong.web.InvalidParameter;
import io.hutong.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/questions")
@Produces("application/json")
@RolesAllowed("event-sender")
@Tag(name = "Questions", description = "What agencies are asked")
class QuestionResource {
    private final AdmitSender admit;
    private final JdbcAskedQuestions questions;
    private final Caller caller;

    QuestionResource(AdmitSender admit, JdbcAskedQuestions questions, Caller caller) {
        this.admit = admit;
        this.questions = questions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Questions asked of the caller's agency, the oldest first; state is open or answered")
    public Page<QuestionJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer requested) {
        RegisteredAgency agency = admit.handle(caller.agency(), caller.clientId());
        int limit = Page.limit(requested);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).get(0);
        List<JdbcAskedQuestions.Noted> found = questions.askedOf(agency.code(), open(state), after, limit + 1);
        List<JdbcAskedQuestions.Noted> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() <= limit
                ? null
                : Cursor.encode(shown.get(limit - 1).question().id().value());
        return new Page<>(shown.stream().map(QuestionJson::of).toList(), next);
    }

    private static @Nullable Boolean open(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "open" -> true;
            case "answered" -> false;
            default ->
                throw InvalidParameter.of("state", "NOT_ONE_OF", "须为 open 或 answered", "Must be open or answered");
        };
    }
}
