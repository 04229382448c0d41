package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hutong.contract.Shape.Leaf;
import io.hutong.events.EventTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas accept the examples and nothing that is less. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    static Stream<String> types() {
        return EventTypes.all().stream();
    }

    static Stream<String> types_with_sealed_fields() {
        return types().filter(type ->
                leaves(type).stream().anyMatch(leaf -> leaf.part().sealed()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_is_valid(String type) {
        assertThat(errors(type, ContractFiles.golden(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_itself_valid_and_named_after_its_type(String type) {
        JsonNode schema = ContractFiles.schema(type);
        assertThat(schema.path("$id").asText()).isEqualTo("urn:hutong:schema:" + type);
        Schema meta =
                REGISTRY.getSchema(SchemaLocation.of(schema.path("$schema").asText()));
        assertThat(meta.validate(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_value_of_another_kind_is_rejected_wherever_it_stands(String type) {
        List<Mutation> mutations = Mutation.wrongKinds(ContractFiles.golden(type));
        assertThat(mutations)
                .isNotEmpty()
                .allSatisfy(mutation -> assertThat(errors(type, mutation.spoiled()))
                        .as(mutation.what())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_must_be_there_is_missed_and_what_may_be_absent_is_not(String type) {
        List<String> optional = Shape.optionals(EventTypes.classOf(type).orElseThrow());
        assertThat(Mutation.missing(ContractFiles.golden(type))).isNotEmpty().allSatisfy(mutation -> {
            String place = mutation.what().replace(" missing", "").replaceAll("/[0-9]+", "/*");
            assertThat(errors(type, mutation.spoiled()).isEmpty())
                    .as(mutation.what())
                    .isEqualTo(optional.contains(place));
        });
    }

    @ParameterizedTest
    @MethodSource("types_with_sealed_fields")
    void clear_text_in_a_sealed_place_is_rejected(String type) {
        List<Mutation> mutations = Mutation.unsealed(ContractFiles.golden(type));
        long sealedPlaces =
                leaves(type).stream().filter(leaf -> leaf.part().sealed()).count();
        assertThat(mutations)
                .hasSize((int) sealedPlaces * 4)
                .allSatisfy(mutation -> assertThat(errors(type, mutation.spoiled()))
                        .as(mutation.what())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_field_of_a_later_contract_is_ignored(String type) {
        ObjectNode later = ContractFiles.golden(type).deepCopy();
        later.putObject("somethingNew").put("x", 1);
        assertThat(errors(type, later)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void codes_of_the_wrong_form_are_rejected(String type) {
        List<String> spoiled = Stream.of(
                        "changeId", "since", "uscc", "eventId", "permitType", "verifiedOn", "asOf", "opensOn")
                .filter(ContractFiles.golden(type)::has)
                .toList();
        assertThat(spoiled).isNotEmpty().allSatisfy(field -> {
            ObjectNode wrong = ContractFiles.golden(type).deepCopy();
            assertThat(errors(type, wrong.put(field, "24.11.2026"))).isNotEmpty();
        });
    }

    private static List<Leaf> leaves(String type) {
        return Shape.leaves(EventTypes.classOf(type).orElseThrow());
    }

    private static List<Error> errors(String type, JsonNode event) {
        return SCHEMAS.computeIfAbsent(type, name -> REGISTRY.getSchema(ContractFiles.schema(name)))
                .validate(event);
    }
}
