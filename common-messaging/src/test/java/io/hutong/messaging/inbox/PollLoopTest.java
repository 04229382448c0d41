package io.hutong.messaging.inbox;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PollLoopTest {
    @Test
    void a_broker_whose_name_cannot_be_resolved_is_tried_again() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "no-such-broker.invalid:9092",
                "group.id",
                "readers",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        PollLoop loop =
                new PollLoop("some.topic", settings, records -> {}, Duration.ofMillis(100), new SimpleMeterRegistry());
        loop.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> loop.failures() >= 2);
        } finally {
            loop.stop();
        }
    }
}
