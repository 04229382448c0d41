package io.hutong.testing.bite.alpha;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.AnotherService;
import io.hutong.testing.bite.beta.Beta;
import jakarta.inject.Inject;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Breaks every rule of a core. */
public class Alpha {
    @Inject
    @Nullable
    Beta beta;

    public Instant now() {
        AnotherService.call();
        return Instant.now();
    }

    public ProducerRecord<String, String> message() {
        return new ProducerRecord<>(
                "topic", new ObjectMapper().createObjectNode().toString());
    }
}
