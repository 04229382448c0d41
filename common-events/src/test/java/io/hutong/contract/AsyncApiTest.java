package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.events.EventTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document as it lies in docs, read as a reader would. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {
    private final JsonNode document = read();

    @Test
    void it_has_every_topic_and_nothing_else() {
        assertThat(names(document.path("channels")))
                .containsExactlyInAnyOrder(
                        "registration.events",
                        "tax.events",
                        "credit.events",
                        "exchange.events",
                        "registration.events.rejected",
                        "tax.events.rejected",
                        "credit.events.rejected",
                        "exchange.events.rejected",
                        "registration.keys",
                        "tax.keys",
                        "credit.keys",
                        "exchange.keys");
        document.path("channels")
                .properties()
                .forEach(channel ->
                        assertThat(channel.getValue().path("address").asText()).isEqualTo(channel.getKey()));
    }

    @Test
    void every_event_is_a_message_on_the_topic_of_its_producer() {
        for (String producer : Set.of("registration", "tax", "credit", "exchange")) {
            assertThat(names(document.at("/channels/" + producer + ".events/messages")))
                    .isEqualTo(EventTypes.all().stream()
                            .filter(type -> EventTypes.producer(type).equals(producer))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void a_message_names_its_type_source_and_schema_and_refers_to_the_schema_file() {
        for (String type : EventTypes.all()) {
            JsonNode message = document.path("components").path("messages").path(type);
            JsonNode own = message.at("/headers/allOf/1/properties");
            assertThat(own.at("/ce_type/const").asText()).isEqualTo(type);
            assertThat(own.at("/ce_source/const").asText()).isEqualTo("/" + EventTypes.producer(type));
            assertThat(own.at("/ce_dataschema/const").asText())
                    .isEqualTo(ContractFiles.schema(type).path("$id").asText());
            assertThat(message.at("/payload/$ref").asText()).endsWith("/schemas/" + type + ".json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "streamepoch",
                "streamversion",
                "prevdigest",
                "effectiveat",
                "correlationid",
                "causationid",
                "divcode",
                "rulesetid",
                "traceparent",
                "id",
                "source",
                "type",
                "subject",
                "time",
                "dataschema",
                "specversion"
            })
    void the_envelope_has_every_attribute(String attribute) {
        assertThat(document.at("/components/schemas/CloudEvent/properties/ce_" + attribute)
                        .isObject())
                .isTrue();
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = references(document).toList();
        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                Path target = ContractFiles.DOCS.resolve(reference).normalize();
                assertThat(Files.exists(target)).as(reference).isTrue();
            }
        });
    }

    @Test
    void every_topic_is_written_by_one_operation_at_least() {
        Set<String> written = StreamSupport.stream(document.path("operations").spliterator(), false)
                .filter(operation -> operation.path("action").asText().equals("send"))
                .map(operation -> operation.at("/channel/$ref").asText().replace("#/channels/", ""))
                .collect(Collectors.toSet());
        assertThat(written).isEqualTo(names(document.path("channels")));
    }

    private static Stream<String> references(JsonNode node) {
        Stream<String> own = node.has("$ref") ? Stream.of(node.path("$ref").asText()) : Stream.of();
        return Stream.concat(
                own, StreamSupport.stream(node.spliterator(), false).flatMap(AsyncApiTest::references));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode read() {
        try {
            return AsyncApi.YAML.readTree(ContractFiles.text(ContractFiles.DOCS.resolve("asyncapi.yaml")));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
