package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.contract.Shape.Leaf;
import io.hutong.contract.Shape.Part;
import io.hutong.events.Audience;
import io.hutong.events.BlockingItem;
import io.hutong.events.ConsentScope;
import io.hutong.events.EligibilityAnswer;
import io.hutong.events.EventTypes;
import io.hutong.events.FinancingWish;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.ProfileLook;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records, schemas, examples and the table of fields say the same, and the table keeps secrets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldsTest {
    private static final Map<Class<?>, Set<String>> SEALED_TYPES = Map.of(
            PersonIdentity.class, Set.of("OPERATOR_IDENTITY"),
            BlockingItem.Items.class, Set.of("TAX_DETAIL"),
            EligibilityAnswer.class, Set.of("ELIGIBILITY"),
            ConsentScope.class, Set.of("SHARING_DETAIL"),
            ProfileLook.class, Set.of("SHARING_DETAIL"),
            FinancingWish.class, Set.of("SHARING_DETAIL"),
            PersonRef.class,
                    Set.of("PERSON_REF_TAX", "PERSON_REF_CREDIT", "PERSON_REF_SUBSIDY", "PERSON_REF_EXCHANGE"));

    static Stream<String> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_field_of_an_event_stands_in_the_table_once_and_no_other_does(String type) {
        assertThat(FieldRow.of(type))
                .extracting(FieldRow::field)
                .containsExactlyElementsOf(
                        leaves(type).stream().map(Leaf::pointer).toList());
    }

    @Test
    void the_tables_speak_of_no_other_event() {
        assertThat(FieldRow.ALL).extracting(FieldRow::type).containsOnlyElementsOf(EventTypes.all());
        assertThat(EventRow.ALL).extracting(EventRow::type).containsExactlyInAnyOrderElementsOf(EventTypes.all());
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_component_is_a_property_of_the_schema_and_a_field_of_the_example(String type) {
        compare(EventTypes.classOf(type).orElseThrow(), new Place(type, "", ContractFiles.schema(type)), golden(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_secret_stands_only_under_seal_and_what_is_sealed_is_secret(String type) {
        for (Leaf leaf : leaves(type)) {
            FieldRow row = FieldRow.of(type, leaf.pointer());
            assertThat(row.secrecy().onlySealed())
                    .as(leaf.pointer())
                    .isEqualTo(leaf.part().sealed());
            assertThat(row.audience().isPresent())
                    .as(leaf.pointer())
                    .isEqualTo(leaf.part().sealed());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sealed_field_is_seen_by_its_audience(String type) {
        for (Leaf leaf : leaves(type)) {
            FieldRow.of(type, leaf.pointer()).audience().ifPresent(audience -> {
                assertThat(FieldRow.of(type, leaf.pointer()).sees()).isEqualTo(audience.recipients());
                assertThat(SEALED_TYPES.get(leaf.part().type())).contains(audience.name());
                if (leaf.part().type() == PersonRef.class) {
                    assertThat(audience.name())
                            .isEqualTo("PERSON_REF_" + leaf.part().name().toUpperCase(Locale.ROOT));
                }
            });
        }
    }

    @Test
    void who_reads_a_topic_may_see_all_that_stands_there_in_clear() {
        for (TopicRow topic : TopicRow.of(TopicRow.Kind.EVENTS)) {
            EventTypes.all().stream()
                    .filter(type -> EventTypes.producer(type).equals(topic.producer()))
                    .flatMap(type -> FieldRow.of(type).stream())
                    .filter(row -> row.audience().isEmpty())
                    .forEach(row ->
                            assertThat(row.sees()).as(row.type() + row.field()).containsAll(topic.readers()));
        }
    }

    @Test
    void services_are_named_as_the_table_of_topics_and_the_audiences_name_them() {
        Set<String> named = new HashSet<>();
        FieldRow.ALL.forEach(row -> named.addAll(row.sees()));
        TopicRow.ALL.forEach(topic -> named.addAll(topic.readers()));
        TopicRow.ALL.forEach(topic -> named.addAll(topic.producers()));
        Stream.of(Audience.values()).forEach(audience -> named.addAll(audience.recipients()));
        assertThat(named).isEqualTo(FieldRow.SERVICES);
        assertThat(TopicRow.of(TopicRow.Kind.EVENTS))
                .extracting(TopicRow::producer)
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().stream()
                        .map(EventTypes::producer)
                        .distinct()
                        .toList());
    }

    /** A place of a schema, for messages. */
    private record Place(String type, String pointer, JsonNode schema) {
        Place to(String name) {
            JsonNode property = schema.path("properties").path(name);
            return new Place(type, pointer + "/" + name, resolved(property));
        }

        Place element() {
            return new Place(type, pointer + "/*", resolved(schema.path("items")));
        }

        private JsonNode resolved(JsonNode node) {
            String target = node.path("$ref").asText("");
            return target.isEmpty() ? node : ContractFiles.schema(type).at(target.substring(1));
        }
    }

    private static void compare(Class<?> record, Place place, JsonNode golden) {
        List<Part> parts = Shape.parts(record);
        List<String> names = parts.stream().map(Part::name).toList();
        List<String> must =
                parts.stream().filter(part -> !part.nullable()).map(Part::name).toList();
        assertThat(names(place.schema().path("properties")))
                .as(place.toString())
                .isEqualTo(names);
        assertThat(texts(place.schema().path("required"))).as(place.toString()).isEqualTo(must);
        assertThat(names(golden)).as(place.toString()).isEqualTo(names);
        for (Part part : parts) {
            Place at = part.list() ? place.to(part.name()).element() : place.to(part.name());
            JsonNode content = part.list() ? golden.path(part.name()).path(0) : golden.path(part.name());
            if (part.leaf()) {
                assertThat(at.schema().path("type").asText()).as(at.toString()).isEqualTo(kind(content));
            } else {
                compare(part.type(), at, content);
            }
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> "integer";
            case OBJECT -> "object";
            default -> "nothing";
        };
    }

    private static List<Leaf> leaves(String type) {
        return Shape.leaves(EventTypes.classOf(type).orElseThrow());
    }

    private static JsonNode golden(String type) {
        return ContractFiles.golden(type);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.path(i).asText())
                .toList();
    }
}
