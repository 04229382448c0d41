package io.hutong.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Address;
import io.hutong.events.ChangedFacts;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Position;
import io.hutong.messaging.sealing.SealingWorld;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecPropertiesTest {
    private static final String CHANGED = "io.hutong.registration.changed.v1";
    private static final EventCodec CODEC = new JacksonEventCodec(SealingWorld.sealingNothing());

    @Property(tries = 300)
    void whatever_the_schema_allows_comes_back_equal(@ForAll("changes") RegistrationEvent.Changed event) {
        Envelope envelope = GoldenEvents.envelope(CHANGED);
        assertThat(CODEC.decode(envelope, CODEC.encode(envelope, event).body())).isEqualTo(event);
    }

    @Property(tries = 300)
    void every_envelope_comes_back_equal(@ForAll("envelopes") Envelope envelope) {
        assertThat(CloudEventHeaders.read(CloudEventHeaders.write(envelope))).isEqualTo(envelope);
    }

    @Provide
    Arbitrary<RegistrationEvent.Changed> changes() {
        return Combinators.combine(uuids(), facts(), facts())
                .as((id, before, after) -> new RegistrationEvent.Changed(
                        new ChangeId(id), UnifiedSocialCreditCode.of("92620702PDY000028N"), before, after, true));
    }

    @Provide
    Arbitrary<Envelope> envelopes() {
        Arbitrary<Position> positions = Combinators.combine(
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as(Position::new);
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(0, 4_102_444_800_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 60_000).map(LocalDate::ofEpochDay);
        Arbitrary<EventContext> contexts = Combinators.combine(
                        instants, dates, uuids(), uuids().injectNull(0.3), text(40).injectNull(0.3))
                .as((instant, date, affair, cause, rules) -> new EventContext(
                        instant,
                        date,
                        DivisionCode.of("620702"),
                        affair,
                        cause == null ? null : new EventId(cause),
                        rules));
        Arbitrary<String> digests =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
        return Combinators.combine(uuids(), uuids(), positions, digests.injectNull(0.3), contexts)
                .as((id, subject, position, digest, context) -> new Envelope(
                        new EventId(id),
                        "/registration",
                        CHANGED,
                        new BizId(subject),
                        URI.create("urn:hutong:schema:" + CHANGED),
                        position,
                        digest,
                        context,
                        null));
    }

    private static Arbitrary<ChangedFacts> facts() {
        Arbitrary<ScopeItem> items = text(30).map(text -> new ScopeItem("L2201", text));
        Arbitrary<Address> addresses = Combinators.combine(text(60), Arbitraries.of(Address.Kind.class))
                .as((text, kind) -> new Address(DivisionCode.of("620702001005"), text, kind));
        Arbitrary<List<ScopeItem>> scope = items.list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<Address>> premises = addresses.list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(text(90).injectNull(0.3), scope.injectNull(0.3), premises.injectNull(0.3))
                .as((name, sold, places) -> new ChangedFacts(name, sold, places, name == null ? true : null));
    }

    /** Any characters but lone surrogates, which no UTF-8 text holds, and blanks alone. */
    private static Arbitrary<String> text(int longest) {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\uD7FF')
                .withCharRange('\uE000', '\uFFFD')
                .ofMinLength(1)
                .ofMaxLength(longest)
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }
}
