package io.hutong.exchange.intake.adapter;

import io.hutong.exchange.intake.AcceptedEvent;
import io.hutong.exchange.intake.Item;
import io.hutong.exchange.intake.Outcome;
import io.hutong.messaging.Position;
import io.hutong.web.Language;
import io.hutong.web.ProblemMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one event, as its sender reads it. {@code status}: accepted, duplicate or refused. */
record ResultJson(
        @Nullable Integer index,
        @Nullable String source,
        @Nullable String id,
        String status,
        @Nullable String eventId,
        @Nullable String location,
        @Nullable Position position,
        @Nullable Boolean late,
        @Nullable Map<String, Object> problem) {

    /** All of a batch; the counts add up to the number of items. */
    record BatchJson(long accepted, long duplicates, long refused, List<ResultJson> items) {
        static BatchJson of(List<Item> items, List<Outcome> outcomes, Language language) {
            List<ResultJson> results = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                results.add(ResultJson.of(i, items.get(i), outcomes.get(i), language));
            }
            return new BatchJson(
                    count(outcomes, Outcome.Accepted.class),
                    count(outcomes, Outcome.Repeated.class),
                    count(outcomes, Outcome.Refused.class),
                    results);
        }

        private static long count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
            return outcomes.stream().filter(kind::isInstance).count();
        }
    }

    static ResultJson of(@Nullable Integer index, Item item, Outcome outcome, Language language) {
        if (outcome instanceof Outcome.Accepted taken) {
            return of(index, "accepted", taken.event());
        }
        if (outcome instanceof Outcome.Repeated known) {
            return of(index, "duplicate", known.event());
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        return new ResultJson(
                index,
                item.source(),
                item.id(),
                "refused",
                null,
                null,
                null,
                null,
                ProblemMembers.of(refused.reason(), language));
    }

    private static ResultJson of(@Nullable Integer index, String status, AcceptedEvent event) {
        AcceptedEvent.Answered answered = event.answered();
        return new ResultJson(
                index,
                event.sent().source(),
                event.sent().id(),
                status,
                event.id().value(),
                "/events/" + event.id(),
                event.position(),
                answered == null ? null : answered.late(),
                null);
    }
}
