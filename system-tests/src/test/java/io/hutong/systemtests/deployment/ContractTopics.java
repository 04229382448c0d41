package io.hutong.systemtests.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What the published contract (docs/asyncapi.yaml) says of each topic: the measure for every deployment file. */
record ContractTopics(Map<String, Topic> byName) {

    record Topic(int partitions, String cleanupPolicy, long retentionMillis) {}

    static ContractTopics read() {
        var topics = new TreeMap<String, Topic>();
        for (JsonNode channel : Repository.document("docs/asyncapi.yaml").path("channels")) {
            JsonNode kafka = channel.path("bindings").path("kafka");
            JsonNode config = kafka.path("topicConfiguration");
            topics.put(
                    channel.path("address").asText(),
                    new Topic(
                            kafka.path("partitions").asInt(),
                            config.path("cleanup.policy").path(0).asText(),
                            config.path("retention.ms").asLong()));
        }
        return new ContractTopics(topics);
    }
}
