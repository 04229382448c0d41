package io.hutong.messaging.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hutong.events.DomainEvent;
import io.hutong.events.RegistrationEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.EventDigest;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The source as its readers see it: a topic and a door for refills. It states events, and sends those it is told to. */
public final class Register implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UnifiedSocialCreditCode USCC = UnifiedSocialCreditCode.of("92620702PDY000028N");

    /** An event as the register keeps it. */
    public record Stated(
            long position, BizId bizId, Position place, Map<String, String> headers, byte[] body, byte[] digest) {}

    private final EventCodec codec;
    private final URI door;
    private final String source;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<BizId, List<Stated>> streams = new HashMap<>();
    private final List<Stated> log = new ArrayList<>();
    private volatile long ageMillis;
    private volatile @Nullable BizId withheld;
    private @Nullable HttpServer server;

    public Register(EventCodec codec, URI door, String bootstrapServers) {
        this(codec, door, bootstrapServers, "/registration", "registration.events");
        openDoor();
    }

    /** A source of another name, for a reader beside that of the application; its door stays closed. */
    public Register(EventCodec codec, URI door, String bootstrapServers, String source, String topic) {
        this.codec = codec;
        this.door = door;
        this.source = source;
        this.topic = topic;
        // one request at a time: at a topic made a moment ago the first may be turned away and the next be taken, and
        // then the
        // first never again
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "max.in.flight.requests.per.connection",
                        "1"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public void openDoor() {
        try {
            HttpServer opened =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName(door.getHost()), door.getPort()), 16);
            opened.createContext("/messaging/heads", this::heads);
            opened.createContext("/messaging/streams/", this::stream);
            opened.start();
            server = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void closeDoor() {
        HttpServer open = server;
        if (open != null) {
            open.stop(0);
        }
    }

    /** From now on everything stated counts as that old. */
    public void everythingIsOld(long millis) {
        ageMillis = millis;
    }

    /** From now on the events of this business are named and not given; null ends it. */
    public void withholds(@Nullable BizId bizId) {
        withheld = bizId;
    }

    public static BizId newBusiness() {
        return new BizId(UUID.randomUUID());
    }

    /** States the next events of a business without sending them. */
    public List<Stated> states(BizId bizId, int count) {
        List<Stated> stated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stated.add(state(bizId, 1));
        }
        return stated;
    }

    /** Its database is that of a backup, made when it had stated so many events. */
    public synchronized void isRestoredTo(int count) {
        log.subList(count, log.size()).clear();
        streams.values().forEach(stream -> stream.retainAll(log));
    }

    public Stated state(BizId bizId, int epoch) {
        return state(bizId, epoch, new RegistrationEvent.Resumed(new ChangeId(UUID.randomUUID()), USCC, false));
    }

    /** States this very event. */
    public synchronized Stated state(BizId bizId, int epoch, DomainEvent event) {
        List<Stated> stream = streams.computeIfAbsent(bizId, id -> new ArrayList<>());
        @Nullable Stated last = stream.isEmpty() ? null : stream.get(stream.size() - 1);
        Stated stated =
                make(bizId, new Position(epoch, stream.size() + 1L), last == null ? null : last.digest(), event);
        stream.add(stated);
        log.add(stated);
        return stated;
    }

    /** An event that is not in the register's log. */
    Stated make(BizId bizId, Position place, byte @Nullable [] previous) {
        return make(
                bizId, place, previous, new RegistrationEvent.Resumed(new ChangeId(UUID.randomUUID()), USCC, false));
    }

    private Stated make(BizId bizId, Position place, byte @Nullable [] previous, DomainEvent event) {
        String type = codec.typeOf(event);
        EventContext context = new EventContext(
                Instant.parse("2026-11-24T01:00:00Z"),
                LocalDate.of(2026, 11, 24),
                DivisionCode.of("620702"),
                UUID.randomUUID(),
                null,
                null);
        Envelope envelope = new Envelope(
                new EventId(UUID.randomUUID()),
                source,
                type,
                bizId,
                codec.dataSchemaOf(type),
                place,
                EventDigest.hex(previous),
                context,
                null);
        EventCodec.Encoded encoded = QuarkusTransaction.requiringNew().call(() -> codec.encode(envelope, event));
        byte[] digest = EventDigest.of(encoded.headers(), encoded.body());
        return new Stated(log.size() + 1L, bizId, place, encoded.headers(), encoded.body(), digest);
    }

    public void sends(List<Stated> events) {
        events.forEach(stated -> send(stated.bizId().value(), stated.headers(), stated.body()));
        producer.flush();
    }

    void sends(Stated... events) {
        sends(List.of(events));
    }

    public void send(String key, Map<String, String> headers, byte[] body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    private synchronized void heads(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        long after = Long.parseLong(query.getOrDefault("after", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "1000"));
        List<HeadsPage.Head> heads = log.stream()
                .filter(stated -> stated.position() > after)
                .limit(limit)
                .map(stated -> new HeadsPage.Head(
                        stated.position(),
                        stated.bizId().value(),
                        stated.place().epoch(),
                        stated.place().version(),
                        ageMillis))
                .toList();
        long next = heads.isEmpty() ? after : heads.get(heads.size() - 1).position();
        answer(exchange, new HeadsPage(heads, next, (long) log.size()));
    }

    private synchronized void stream(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String path = exchange.getRequestURI().getPath();
        List<Stated> stream = streams.getOrDefault(BizId.of(path.substring(path.lastIndexOf('/') + 1)), List.of());
        long from = Long.parseLong(query.getOrDefault("from", "1"));
        long to = Long.parseLong(query.getOrDefault("to", "0"));
        List<StreamPage.Event> events = stream.stream()
                .filter(stated -> !stated.bizId().equals(withheld))
                .filter(stated ->
                        stated.place().version() >= from && stated.place().version() <= to)
                .map(stated -> new StreamPage.Event(stated.position(), stated.headers(), stated.body()))
                .toList();
        Position head = stream.isEmpty()
                ? new Position(0, 0)
                : stream.get(stream.size() - 1).place();
        answer(exchange, new StreamPage(head, events));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] bytes = JSON.writeValueAsBytes(body);
        boolean known = authorization != null && authorization.startsWith("Bearer ey");
        exchange.sendResponseHeaders(known ? 200 : 401, known ? bytes.length : -1);
        if (known) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new HashMap<>();
        for (String pair : exchange.getRequestURI().getQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    @Override
    public void close() {
        closeDoor();
        producer.close();
    }
}
