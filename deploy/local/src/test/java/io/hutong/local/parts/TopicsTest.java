package io.hutong.local.parts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicsTest {
    @Test
    void the_declared_topics_are_those_of_the_contract() throws Exception {
        try (InputStream table = Topics.class.getResourceAsStream("/contract/topics.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            Set<String> contract =
                    lines.lines().skip(1).map(line -> line.split(",", -1)[0]).collect(toSet());
            assertThat(Topics.declared().stream().map(NewTopic::name).collect(toSet()))
                    .isEqualTo(contract);
        }
    }

    @Test
    void keys_are_compacted_and_events_are_not() {
        assertThat(Topics.declared()).allSatisfy(topic -> {
            assertThat(topic.numPartitions()).isEqualTo(12);
            boolean compacted = "compact".equals(topic.configs().get("cleanup.policy"));
            assertThat(compacted).isEqualTo(topic.name().endsWith(".keys"));
        });
    }
}
