package io.hutong.testing;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Position;
import io.hutong.messaging.codec.JacksonEventCodec;
import io.hutong.messaging.sealing.FieldSealer;
import io.hutong.messaging.sealing.FileKeyRing;
import io.hutong.messaging.sealing.KeyRecord;
import io.hutong.messaging.sealing.KeyRing;
import io.hutong.messaging.sealing.KeyWrapping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another service as the service under test sees it: its events on its topic, with positions, digests, sealed fields and
 * key records as the real codec makes them. {@link #next} makes an event without sending it, for tests of duplicates, gaps
 * and wrong order; {@link #publish} makes and sends it.
 */
public final class StreamFixture implements AutoCloseable {
    private record Tip(Position position, String digest) {}

    private final String service;
    private final MemoryDataKeys dataKeys;
    private final EventCodec codec;
    private final TopicWriter writer = TopicWriter.open();
    private final Map<BizId, Tip> tips = new HashMap<>();
    private final Map<BizId, List<RawEvent>> made = new HashMap<>();
    private final List<KeyRecord> keysMade = new ArrayList<>();
    private int epoch = 1;

    private StreamFixture(String service) {
        this.service = service;
        TestServers servers = TestServers.running();
        KeyRing keyRing = FileKeyRing.load(HutongTestResource.keys(servers), service);
        this.dataKeys = new MemoryDataKeys(new KeyWrapping(keyRing));
        this.codec = new JacksonEventCodec(new FieldSealer(service, dataKeys));
    }

    /** A source of this name, {@code registration} or {@code tax}. */
    public static StreamFixture of(String service) {
        return new StreamFixture(service);
    }

    /**
     * What the test does not care about: happened now (in microseconds, as tables keep it), effective today, division 620702, an
     * affair of its own.
     */
    public static EventContext anyContext() {
        Instant now = java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        return new EventContext(now, today, DivisionCode.of("620702"), UUID.randomUUID(), null, null);
    }

    public String topic() {
        return service + ".events";
    }

    public String keysTopic() {
        return service + ".keys";
    }

    /** Events from here on carry this epoch, as after a restore. */
    public void startEpoch(int next) {
        epoch = next;
    }

    /** Makes the next event of this business and sends nothing. */
    public RawEvent next(BizId bizId, DomainEvent event, EventContext context) {
        @Nullable Tip tip = tips.get(bizId);
        Position position = new Position(epoch, tip == null ? 1 : tip.position().version() + 1);
        String type = codec.typeOf(event);
        Envelope envelope = new Envelope(
                new EventId(uuidV7()),
                "/" + service,
                type,
                bizId,
                codec.dataSchemaOf(type),
                position,
                tip == null ? null : tip.digest(),
                context,
                null);
        EventCodec.Encoded encoded = codec.encode(envelope, event);
        RawEvent raw = new RawEvent(bizId.value(), encoded.headers(), encoded.body());
        tips.put(bizId, new Tip(position, raw.digest()));
        made.computeIfAbsent(bizId, id -> new ArrayList<>()).add(raw);
        return raw;
    }

    public RawEvent next(BizId bizId, DomainEvent event) {
        return next(bizId, event, anyContext());
    }

    /** Makes the next event of this business, sends its data keys and then the event. */
    public RawEvent publish(BizId bizId, DomainEvent event, EventContext context) {
        RawEvent raw = next(bizId, event, context);
        sendKeys();
        send(raw);
        return raw;
    }

    public RawEvent publish(BizId bizId, DomainEvent event) {
        return publish(bizId, event, anyContext());
    }

    /** Sends records of {@link #next}, as often and in whatever order the test wants. */
    public void send(RawEvent... events) {
        writer.send(topic(), events);
    }

    /** Sends the data keys made since the last call. */
    public void sendKeys() {
        List<KeyRecord> keys = dataKeys.take();
        keysMade.addAll(keys);
        writer.sendKeys(keysTopic(), keys);
    }

    /** Everything made for this business so far, in order: what the source's log would answer to a refill. */
    public List<RawEvent> madeFor(BizId bizId) {
        return List.copyOf(made.getOrDefault(bizId, List.of()));
    }

    /** All key records sent so far. */
    public List<KeyRecord> keysSent() {
        return List.copyOf(keysMade);
    }

    /** Envelope of a raw event. */
    public Envelope envelopeOf(RawEvent event) {
        return codec.envelope(event.headers());
    }

    /** Content of a raw event of any service, sealed fields closed. */
    public DomainEvent read(RawEvent event) {
        return codec.decode(envelopeOf(event), event.body());
    }

    @Override
    public void close() {
        writer.close();
    }

    private static UUID uuidV7() {
        UUID random = UUID.randomUUID();
        long millis = java.time.Clock.systemUTC().millis();
        return new UUID(
                (millis << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFF), random.getLeastSignificantBits());
    }
}
