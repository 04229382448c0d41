package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What agencies may send: the examples, and nothing beside them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new TreeMap<>();

    static Set<String> types() {
        return GoldenIntake.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_is_valid_and_says_nothing_of_its_origin(String type) {
        assertThat(errors(type, golden(type))).isEmpty();
        assertThat(golden(type).has("origin")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_itself_valid_and_has_a_name_of_its_own(String type) {
        JsonNode schema = schema(type);
        assertThat(schema.path("$id").asText()).isEqualTo("urn:hutong:schema:intake/" + type);
        Schema meta =
                REGISTRY.getSchema(SchemaLocation.of(schema.path("$schema").asText()));
        assertThat(meta.validate(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sender_does_not_say_itself_who_it_is(String type) {
        ObjectNode forged = golden(type);
        forged.set("origin", ContractFiles.golden(type).path("origin"));
        assertThat(errors(type, forged)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_misspelt_field_is_refused_wherever_it_stands(String type) {
        ObjectNode example = golden(type);
        assertThat(errors(type, example.deepCopy().put("validTill", "2031-11-23")))
                .isNotEmpty();
        example.properties().stream()
                .filter(member -> member.getValue().isObject())
                .forEach(member -> {
                    ObjectNode spoiled = example.deepCopy();
                    ((ObjectNode) spoiled.path(member.getKey())).put("more", 1);
                    assertThat(errors(type, spoiled)).as(member.getKey()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_value_of_another_kind_is_rejected_wherever_it_stands(String type) {
        assertThat(Mutation.wrongKinds(golden(type)))
                .isNotEmpty()
                .allSatisfy(mutation -> assertThat(errors(type, mutation.spoiled()))
                        .as(mutation.what())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void only_what_may_be_absent_in_the_event_may_be_absent_here(String type) {
        List<String> optional =
                Shape.optionals(io.hutong.events.EventTypes.classOf(type).orElseThrow());
        assertThat(Mutation.missing(golden(type)))
                .isNotEmpty()
                .allSatisfy(
                        mutation -> assertThat(errors(type, mutation.spoiled()).isEmpty())
                                .as(mutation.what())
                                .isEqualTo(optional.contains(mutation.what().replace(" missing", ""))));
    }

    private static ObjectNode golden(String type) {
        return ContractFiles.json(ContractFiles.INTAKE_GOLDEN.resolve(type + ".json"))
                .deepCopy();
    }

    private static JsonNode schema(String type) {
        return ContractFiles.json(ContractFiles.INTAKE_SCHEMAS.resolve(type + ".json"));
    }

    private static List<Error> errors(String type, JsonNode sent) {
        return SCHEMAS.computeIfAbsent(type, name -> REGISTRY.getSchema(schema(name)))
                .validate(sent);
    }
}
