package io.hutong.messaging.inbox;

import io.hutong.messaging.EventListener;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.SkippedEvents;
import io.hutong.messaging.outbox.JdbcOutbox;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Puts an inbox together from what the process has. */
@Singleton
final class InboxParts {
    private final MessagingConfig config;
    private final DataSource dataSource;
    private final JdbcOutbox outbox;
    private final Reading reading;
    private final InboxKafka kafka;
    private final List<SkippedEvents> skipped;

    InboxParts(
            MessagingConfig config,
            DataSource dataSource,
            JdbcOutbox outbox,
            Reading reading,
            InboxKafka kafka,
            @Any Instance<SkippedEvents> skipped) {
        this.config = config;
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.reading = reading;
        this.kafka = kafka;
        this.skipped = skipped.stream().toList();
    }

    Inbox inbox(String name, MessagingConfig.Inbox from, EventListener listener, Source source, PremiseWaker waker) {
        MessagingConfig.Intake intake = config.intake();
        Intake reader = new Intake(reading.codec(), from.source(), listener::wants);
        PositionTable positions = new PositionTable(dataSource, from.source());
        ParkingTable parking = new ParkingTable(dataSource, from.source());
        Rejections rejections = new Rejections(kafka.producer(), from.topic(), config.service());
        Refill refill = new Refill(source, reader, rejections);
        Attempt attempt = new Attempt(
                positions,
                parking,
                new UnknownTable(dataSource, from.source()),
                outbox,
                reading.applying(listener),
                intake.transactionTimeout());
        Delivery delivery = new Delivery(attempt, refill, reader, parking, intake);
        HeadCursor cursor = new HeadCursor(dataSource, from.source());
        HeadsCheck heads = new HeadsCheck(source, refill, delivery, positions, parking, cursor, config.heads());
        waker.add(parking, delivery);
        PollLoop events = new PollLoop(
                from.topic(),
                kafka.readerOf(config.service() + "." + name),
                new EventWork(reader, delivery, rejections, heads, waker),
                intake.longestPause(),
                kafka.registry());
        Optional<PollLoop> keyLoop = from.keysTopic().map(topic -> keyLoop(topic, rejections, waker));
        Skipping skipping =
                new Skipping(dataSource, from.source(), positions, parking, outbox, reading.codec(), skipped);
        return new Inbox(name, from.source(), events, keyLoop, delivery, heads, skipping);
    }

    private PollLoop keyLoop(String topic, Rejections rejections, PremiseWaker waker) {
        return new PollLoop(
                topic,
                kafka.readerOf(config.service() + "." + topic.replace('.', '-')),
                new KeyWork(reading.keys(), rejections, waker),
                config.intake().longestPause(),
                kafka.registry());
    }
}
