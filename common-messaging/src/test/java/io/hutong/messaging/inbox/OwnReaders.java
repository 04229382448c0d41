package io.hutong.messaging.inbox;

import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.SkippedEvents;
import io.hutong.messaging.delivery.Register;
import io.hutong.messaging.delivery.Topic;
import io.hutong.messaging.outbox.JdbcOutbox;
import io.hutong.messaging.relay.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Readers beside the application's: of a source, a topic and a group of their own, in the same database. */
@Singleton
public class OwnReaders {
    private final DataSource dataSource;
    private final JdbcOutbox outbox;
    private final Reading reading;
    private final ServiceTokens tokens;
    private final EventCodec codec;
    private final Map<String, Object> broker;
    private final Instance<SkippedEvents> skipped;

    OwnReaders(
            DataSource dataSource,
            JdbcOutbox outbox,
            Reading reading,
            ServiceTokens tokens,
            EventCodec codec,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @Any Instance<SkippedEvents> skipped) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.reading = reading;
        this.tokens = tokens;
        this.codec = codec;
        this.broker = broker;
        this.skipped = skipped;
    }

    /** A source with its topics, made on the broker; each name is used once, so that nothing of another test is there. */
    public record Source(String name, URI door, String broker) {
        public static Source of(String name, URI door, String broker) throws Exception {
            Source source = new Source(name + "-" + UUID.randomUUID().toString().substring(0, 8), door, broker);
            Topic.make(broker, source.topic(), source.topic() + ".rejected", source.keys());
            return source;
        }

        public String path() {
            return "/" + name;
        }

        public String topic() {
            return name + ".events";
        }

        public String keys() {
            return name + ".keys";
        }
    }

    /** A running reader. */
    public static final class Reader implements AutoCloseable {
        private final Inbox inbox;
        private final PremiseWaker waker;
        private final EventProducer producer;
        private boolean running = true;

        Reader(Inbox inbox, PremiseWaker waker, EventProducer producer) {
            this.inbox = inbox;
            this.waker = waker;
            this.producer = producer;
            waker.start();
            inbox.start();
        }

        public Inbox inbox() {
            return inbox;
        }

        void crash() throws InterruptedException {
            running = false;
            inbox.crash();
            waker.stop();
            producer.reset();
        }

        @Override
        public void close() throws InterruptedException {
            if (running) {
                running = false;
                inbox.stop();
                waker.stop();
                producer.reset();
            }
        }
    }

    public String defaultBroker() {
        return String.valueOf(broker.get("bootstrap.servers"));
    }

    public Source source(String name, URI door) throws Exception {
        return Source.of(name, door, defaultBroker());
    }

    public Register register(Source source) {
        return register(source, codec);
    }

    /** A source that seals with keys of its own. */
    Register register(Source source, EventCodec codec) {
        return new Register(codec, source.door(), source.broker(), source.path(), source.topic());
    }

    public Reader start(Source source, Consumer<ReceivedEvent> listener) {
        return start(source, listener, Map.of());
    }

    /** Settings are those of {@link MessagingConfig}, without the prefix; those with {@code kafka.} are the client's. */
    public Reader start(Source source, Consumer<ReceivedEvent> listener, Map<String, String> settings) {
        MessagingConfig config = config(source, settings);
        Map<String, Object> client = new HashMap<>(broker);
        client.put("bootstrap.servers", source.broker());
        settings.forEach((name, value) -> {
            if (name.startsWith("kafka.")) {
                client.put(name.substring("kafka.".length()), value);
            }
        });
        MeterRegistry meters = new SimpleMeterRegistry();
        EventProducer producer = new EventProducer(client, "own", Duration.ofMinutes(2), meters);
        InboxKafka kafka = new InboxKafka(producer, new ConsumerSettings(client, config), meters);
        InboxParts parts = new InboxParts(config, dataSource, outbox, reading, kafka, skipped);
        PremiseWaker waker = new PremiseWaker(config.intake());
        HttpSource door = new HttpSource(source.door(), tokens, Duration.ofSeconds(2));
        MessagingConfig.Inbox from = config.inbox().values().iterator().next();
        return new Reader(
                parts.inbox(source.name(), from, new Listening(source.name(), listener), door, waker), waker, producer);
    }

    private record Listening(String inbox, Consumer<ReceivedEvent> listener) implements EventListener {
        @Override
        public void on(ReceivedEvent event) {
            listener.accept(event);
        }
    }

    private static MessagingConfig config(Source source, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("service", "tax");
        all.put("inbox.own.topic", source.topic());
        all.put("inbox.own.source", source.path());
        all.put("inbox.own.source-url", source.door().toString());
        all.put("inbox.own.keys-topic", source.keys());
        all.put("heads.every", "500ms");
        all.put("intake.longest-pause", "500ms");
        all.put("intake.premise-retry", "1h");
        all.putAll(settings);
        Map<String, String> prefixed = new HashMap<>();
        all.forEach((name, value) -> {
            if (!name.startsWith("kafka.")) {
                prefixed.put("hutong.messaging." + name, value);
            }
        });
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MessagingConfig.class)
                .withDefaultValues(prefixed)
                .build()
                .getConfigMapping(MessagingConfig.class);
    }
}
