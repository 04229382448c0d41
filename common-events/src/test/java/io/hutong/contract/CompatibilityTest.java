package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No event of this contract surprises a reader of the released one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompatibilityTest {
    private static final String HELD = "io.hutong.tax.change-held.v1";

    @TestFactory
    Stream<DynamicTest> every_released_schema_is_kept() throws IOException {
        return released()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Path present = ContractFiles.SCHEMAS.resolve(file.getFileName());
                    assertThat(present).exists();
                    assertThat(Compatibility.breaks(ContractFiles.json(file), ContractFiles.json(present)))
                            .isEmpty();
                }));
    }

    @Test
    void there_is_a_released_contract() throws IOException {
        assertThat(released().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void a_new_optional_field_is_no_break() {
        JsonNode present =
                changed(schema -> schema.withObject("/properties/remark").put("type", "string"));
        assertThat(Compatibility.breaks(ContractFiles.schema(HELD), present)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void every_break_is_found(String expected, Consumer<ObjectNode> change) {
        assertThat(Compatibility.breaks(ContractFiles.schema(HELD), changed(change)))
                .singleElement()
                .asString()
                .contains(expected);
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                found(
                        "/detail: property removed",
                        schema -> schema.withObject("/properties").remove("detail")),
                found("newly required [detail]", schema -> ((ArrayNode) schema.path("required")).add("detail")),
                found("count on [ruleSet]", schema -> ((ArrayNode) schema.path("required")).remove(2)),
                found(
                        "/ruleSet: maxLength narrowed",
                        schema -> schema.withObject("/properties/ruleSet").put("maxLength", 10)),
                found(
                        "/ruleSet: minLength narrowed",
                        schema -> schema.withObject("/properties/ruleSet").put("minLength", 2)),
                found(
                        "/ruleSet: pattern changed",
                        schema -> schema.withObject("/properties/ruleSet").put("pattern", "^A")),
                found(
                        "/blocks: minItems narrowed",
                        schema -> schema.withObject("/properties/blocks").put("minItems", 2)),
                found(
                        "/blocks/*/count: type changed",
                        schema -> schema.withObject("/$defs/Block/properties/count")
                                .put("type", "string")),
                found(
                        "/blocks/*/count: maximum narrowed",
                        schema -> schema.withObject("/$defs/Block/properties/count")
                                .put("maximum", 9)),
                found(
                        "/blocks/*/reason: values removed [PAY]",
                        schema -> ((ArrayNode) schema.at("/$defs/Block.Class/enum")).remove(0)),
                found("do not know [NEW]", schema -> ((ArrayNode) schema.at("/$defs/Block.Class/enum")).add("NEW")),
                found(
                        "/detail: additionalProperties changed",
                        schema -> schema.withObject("/$defs/Sealed.TAX_DETAIL").remove("additionalProperties")));
    }

    private static Arguments found(String expected, Consumer<ObjectNode> change) {
        return Arguments.of(expected, change);
    }

    private static JsonNode changed(Consumer<ObjectNode> change) {
        ObjectNode copy = ContractFiles.schema(HELD).deepCopy();
        change.accept(copy);
        return copy;
    }

    private static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(ContractFiles.RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }
}
