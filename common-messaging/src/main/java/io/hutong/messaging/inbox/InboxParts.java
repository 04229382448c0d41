package io.hutong.messaging.inbox;

import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.KeyExchange;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.SkippedEvents;
import io.hutong.messaging.TopicNames;
import io.hutong.messaging.outbox.JdbcOutbox;
import io.hutong.messaging.relay.EventProducer;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/** Puts an inbox together from what the process has. */
@Singleton
final class InboxParts {
    private final MessagingConfig config;
    private final DataSource dataSource;
    private final EventCodec codec;
    private final JdbcOutbox outbox;
    private final KeyExchange keys;
    private final EventProducer producer;
    private final OpenTelemetry telemetry;
    private final ConsumerSettings consumers;
    private final List<SkippedEvents> skipped;

    InboxParts(
            MessagingConfig config,
            DataSource dataSource,
            EventCodec codec,
            JdbcOutbox outbox,
            KeyExchange keys,
            EventProducer producer,
            OpenTelemetry telemetry,
            ConsumerSettings consumers,
            @Any Instance<SkippedEvents> skipped) {
        this.config = config;
        this.dataSource = dataSource;
        this.codec = codec;
        this.outbox = outbox;
        this.keys = keys;
        this.producer = producer;
        this.telemetry = telemetry;
        this.consumers = consumers;
        this.skipped = skipped.stream().toList();
    }

    Inbox inbox(String name, MessagingConfig.Inbox from, EventListener listener, Source source, PremiseWaker waker) {
        MessagingConfig.Intake intake = config.intake();
        Intake reader = new Intake(codec, from.source());
        PositionTable positions = new PositionTable(dataSource, from.source());
        ParkingTable parking = new ParkingTable(dataSource, from.source());
        Rejections rejections = new Rejections(producer, from.topic(), config.service());
        Refill refill = new Refill(source, reader, rejections);
        Attempt attempt = new Attempt(
                positions,
                parking,
                new UnknownTable(dataSource, from.source()),
                outbox,
                new Applying(listener, telemetry),
                intake.transactionTimeout());
        Delivery delivery = new Delivery(attempt, refill, reader, parking, intake);
        HeadCursor cursor = new HeadCursor(dataSource, from.source());
        HeadsCheck heads = new HeadsCheck(source, refill, delivery, positions, parking, cursor, config.heads());
        waker.add(parking, delivery);
        PollLoop events = new PollLoop(
                from.topic(),
                consumers.forGroup(config.service() + "." + name),
                new EventWork(reader, delivery, rejections, heads, waker),
                intake.longestPause());
        PollLoop keyLoop = keyLoop(from, rejections, waker);
        Skipping skipping = new Skipping(dataSource, from.source(), positions, parking, outbox, codec, skipped);
        return new Inbox(name, from.source(), events, keyLoop, delivery, heads, skipping);
    }

    private PollLoop keyLoop(MessagingConfig.Inbox from, Rejections rejections, PremiseWaker waker) {
        String topic = from.keysTopic().orElse(TopicNames.keys(from.source().substring(1)));
        return new PollLoop(
                topic,
                consumers.forGroup(config.service() + "." + topic.replace('.', '-')),
                new KeyWork(keys, rejections, waker),
                config.intake().longestPause());
    }
}
