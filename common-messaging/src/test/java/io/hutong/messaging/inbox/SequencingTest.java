package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.EventDigest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SequencingTest {
    private static final BizId BUSINESS = new BizId(new UUID(0x1111_7000L, 1));

    private final Incoming first = event(1, 1, null, "a");
    private final Incoming second = event(1, 2, first, "b");
    private final Incoming third = event(1, 3, second, "c");

    @Test
    void the_first_event_of_a_stream_is_taken() {
        assertThat(compare(PositionTable.NONE, first)).isEqualTo(Step.APPLY);
    }

    @Test
    void the_next_is_taken_and_the_same_and_earlier_ones_are_known() {
        Known known = Known.after(second);
        assertThat(compare(known, third)).isEqualTo(Step.APPLY);
        assertThat(compare(known, second)).isEqualTo(Step.DUPLICATE);
        assertThat(compare(known, first)).isEqualTo(Step.DUPLICATE);
    }

    @Test
    void a_later_one_shows_a_gap() {
        assertThat(compare(Known.after(first), third)).isEqualTo(Step.GAP);
        assertThat(compare(PositionTable.NONE, second)).isEqualTo(Step.GAP);
    }

    @Test
    void the_same_version_with_another_id_or_content_is_another_history() {
        assertThat(compare(Known.after(second), event(1, 2, first, "other"))).isEqualTo(Step.CONFLICT);
    }

    @Test
    void the_next_version_with_another_predecessor_is_another_history() {
        Incoming other = event(1, 2, first, "other");
        assertThat(compare(Known.after(second), event(1, 3, other, "c"))).isEqualTo(Step.CONFLICT);
    }

    @Test
    void a_new_epoch_goes_on_where_it_continues_the_known_history() {
        Known known = Known.after(second);
        assertThat(compare(known, event(2, 3, second, "c"))).isEqualTo(Step.APPLY);
        assertThat(compare(known, event(2, 3, first, "c"))).isEqualTo(Step.CONFLICT);
        assertThat(compare(known, event(2, 2, first, "b"))).isEqualTo(Step.CONFLICT);
        assertThat(compare(known, event(2, 5, second, "e"))).isEqualTo(Step.GAP);
    }

    @Test
    void an_old_epoch_repeats_what_is_known_and_tells_nothing_new() {
        Known known = Known.after(event(2, 3, second, "c"));
        assertThat(compare(known, second)).isEqualTo(Step.DUPLICATE);
        assertThat(compare(known, event(1, 4, third, "d"))).isEqualTo(Step.CONFLICT);
    }

    @Test
    void behind_a_parked_event_everything_new_waits_even_over_gaps() {
        Known known = Known.after(first);
        assertThat(Sequencing.compare(known, true, second)).isEqualTo(Step.QUEUE);
        assertThat(Sequencing.compare(known, true, third)).isEqualTo(Step.QUEUE);
        assertThat(Sequencing.compare(known, true, first)).isEqualTo(Step.DUPLICATE);
    }

    @Test
    void an_event_with_a_verdict_stops_its_stream_when_its_turn_comes() {
        Incoming unreadable = second.stoppedBy(ParkCause.UNREADABLE, "no JSON");
        assertThat(compare(Known.after(first), unreadable)).isEqualTo(Step.PARK);
        assertThat(compare(Known.after(second), unreadable)).isEqualTo(Step.DUPLICATE);
        assertThat(compare(PositionTable.NONE, unreadable)).isEqualTo(Step.GAP);
    }

    @Test
    void a_gap_that_the_source_cannot_fill_stops_the_stream() {
        assertThat(compare(Known.after(first), third.stoppedBy(ParkCause.HISTORY_CONFLICT, "gone")))
                .isEqualTo(Step.PARK);
    }

    @Test
    void a_plan_parks_once_and_queues_the_rest() {
        Plan plan = Plan.of(
                List.of(first, second.stoppedBy(ParkCause.FAILED, "x"), third, third),
                Map.of(BUSINESS, PositionTable.NONE),
                Set.of());
        assertThat(plan.items())
                .extracting(Plan.Item::step)
                .containsExactly(Step.APPLY, Step.PARK, Step.QUEUE, Step.QUEUE);
        assertThat(plan.parksAny()).isTrue();
        assertThat(plan.advanced()).containsOnlyKeys(BUSINESS);
        assertThat(plan.advanced().values()).extracting(Known::position).containsExactly(new Position(1, 1));
    }

    @Test
    void a_plan_names_every_gap_of_a_batch_once() {
        Incoming fifth = event(1, 5, event(1, 4, third, "d"), "e");
        Plan plan = Plan.of(List.of(second, third, fifth), Map.of(), Set.of());
        assertThat(plan.gaps()).containsExactly(new Gap(second, 1, 1), new Gap(fifth, 4, 4));
    }

    private static Step compare(Known known, Incoming incoming) {
        return Sequencing.compare(known, false, incoming);
    }

    private static Incoming event(int epoch, long version, @Nullable Incoming previous, String content) {
        EventContext context =
                new EventContext(Instant.EPOCH, LocalDate.EPOCH, DivisionCode.of("620702"), new UUID(0, 7), null, null);
        EventId id =
                new EventId(UUID.nameUUIDFromBytes((epoch + "/" + version + content).getBytes(StandardCharsets.UTF_8)));
        String predecessor = previous == null ? null : EventDigest.hex(previous.digest());
        Envelope envelope = new Envelope(
                id,
                "/registration",
                "type",
                BUSINESS,
                URI.create("urn:x"),
                new Position(epoch, version),
                predecessor,
                context,
                null);
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("ce_id", id.value(), "ce_prevdigest", String.valueOf(predecessor));
        byte[] digest = EventDigest.of(headers, body);
        return new Incoming(envelope, headers, body, digest, Incoming.Origin.REFILL, true, null, null);
    }
}
