package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Position;
import io.hutong.messaging.UnknownEventType;
import io.hutong.messaging.UnreadableEvent;
import io.hutong.messaging.outbox.EventDigest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What nobody asked for keeps its place and its digest, and nothing of it is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PassedUnreadTest {
    private static final String ASKED = "io.hutong.tax.status-changed.v1";
    private static final String UNASKED = "io.hutong.tax.change-held.v1";
    private static final String LATER = "io.hutong.tax.of-a-later-contract.v1";
    private static final BizId BUSINESS = new BizId(new UUID(0, 1));
    private static final byte[] BODY = "{\"no\":".getBytes(StandardCharsets.UTF_8);

    private final List<String> read = new ArrayList<>();
    private final Intake intake = new Intake(new Bodies(), "/tax", ASKED::equals);

    @Test
    void what_is_asked_for_is_read_and_stops_its_stream_where_it_cannot_be() {
        Incoming incoming = taken(ASKED, 1);
        assertThat(read).containsExactly(ASKED);
        assertThat(incoming.wanted()).isTrue();
        assertThat(incoming.verdict()).isEqualTo(new Incoming.Verdict(ParkCause.UNREADABLE, ASKED + " cannot be read"));
    }

    @Test
    void what_is_not_asked_for_is_not_read_and_its_stream_goes_on_with_its_digest() {
        Incoming incoming = taken(UNASKED, 1);
        assertThat(read).isEmpty();
        assertThat(incoming.wanted()).isFalse();
        assertThat(incoming.event()).isNull();
        assertThat(incoming.verdict()).isNull();
        assertThat(Sequencing.compare(PositionTable.NONE, false, incoming)).isEqualTo(Step.APPLY);
        assertThat(Known.after(incoming).lastDigest()).isEqualTo(EventDigest.of(headers(UNASKED, 1), BODY));
        assertThat(Sequencing.compare(PositionTable.NONE, false, taken(UNASKED, 3)))
                .isEqualTo(Step.GAP);
        assertThat(Sequencing.compare(Known.after(incoming), false, incoming)).isEqualTo(Step.DUPLICATE);
    }

    @Test
    void nobody_is_asked_about_what_only_a_later_contract_knows_and_it_is_noted() {
        Incoming incoming = taken(LATER, 1);
        assertThat(read).containsExactly(LATER);
        assertThat(incoming.wanted()).isTrue();
        assertThat(incoming.event()).isNull();
        assertThat(incoming.verdict()).isNull();
    }

    @Test
    void a_busy_topic_counts_as_heard_almost_to_its_end_only_where_all_was_stated_and_sent_just_now() {
        var sent = new ConsumerRecord<>(
                "tax.events",
                0,
                0,
                10_000L,
                TimestampType.CREATE_TIME,
                1,
                1,
                "",
                BODY,
                new RecordHeaders(),
                Optional.empty());
        Incoming stated = taken(UNASKED, 1);
        long statedAt = stated.envelope().context().occurredAt().toEpochMilli();
        assertThat(EventWork.areYounger(statedAt - 1, List.of(sent), List.of(stated)))
                .isTrue();
        assertThat(EventWork.areYounger(statedAt, List.of(sent), List.of(stated)))
                .isFalse();
        assertThat(EventWork.areYounger(9_999, List.of(sent), List.of())).isTrue();
        assertThat(EventWork.areYounger(10_000, List.of(sent), List.of())).isFalse();
    }

    private Incoming taken(String type, long version) {
        return intake.read(headers(type, version), BODY, Incoming.Origin.REFILL);
    }

    private static Map<String, String> headers(String type, long version) {
        return Map.of("ce_type", type, "ce_streamversion", Long.toString(version));
    }

    /** Knows the headers that this test makes, and can read no body. */
    private final class Bodies implements EventCodec {
        @Override
        public Envelope envelope(Map<String, String> headers) {
            String type = String.valueOf(headers.get("ce_type"));
            return new Envelope(
                    new EventId(new UUID(0, 9)),
                    "/tax",
                    type,
                    BUSINESS,
                    dataSchemaOf(type),
                    new Position(1, Long.parseLong(String.valueOf(headers.get("ce_streamversion")))),
                    null,
                    new EventContext(
                            Instant.EPOCH, LocalDate.EPOCH, DivisionCode.of("620702"), new UUID(0, 7), null, null),
                    null);
        }

        @Override
        public DomainEvent decode(Envelope envelope, byte[] body) {
            read.add(envelope.type());
            if (envelope.type().equals(LATER)) {
                throw new UnknownEventType("unknown");
            }
            throw new UnreadableEvent(envelope.type() + " cannot be read");
        }

        @Override
        public String typeOf(DomainEvent event) {
            throw new UnsupportedOperationException("it only reads");
        }

        @Override
        public URI dataSchemaOf(String type) {
            return URI.create("urn:hutong:schema:" + type);
        }

        @Override
        public Encoded encode(Envelope envelope, DomainEvent event) {
            throw new UnsupportedOperationException("it only reads");
        }
    }
}
