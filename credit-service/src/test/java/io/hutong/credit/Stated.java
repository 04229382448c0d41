package io.hutong.credit;

import static org.awaitility.Awaitility.await;

import io.hutong.events.DomainEvent;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TopicReader;
import java.time.Duration;
import java.util.List;

/** What the service stated about businesses, as a reader of its topic gets it. */
final class Stated implements AutoCloseable {
    private final TopicReader topic = TopicReader.of("credit.events");
    private final Register reader;

    Stated(Register reader) {
        this.reader = reader;
    }

    /** Waits until so many events of this type were stated about the business, and gives them in their order. */
    <T extends DomainEvent> List<T> about(Business business, Class<T> type, int count) {
        return await(count + " of " + type.getSimpleName())
                .atMost(Duration.ofSeconds(30))
                .until(() -> about(business, type), events -> events.size() >= count);
    }

    <T extends DomainEvent> List<T> about(Business business, Class<T> type) {
        return topic.of(business.id()).stream()
                .map(reader.stream::read)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All bodies as text, to look for what must not be in them. */
    String bodies(Business business) {
        return topic.of(business.id()).stream()
                .map(event -> new String(event.body(), java.nio.charset.StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }

    @Override
    public void close() {
        topic.close();
    }
}
