package io.hutong.registration.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.web.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "张\u0000三",
                "张\n三",
                "张三\u0085",
                "张\u202E三",
                "张\u200B三",
                "\uFEFF张三",
                "张\u2028三",
                "张\uD840三",
                "\uDC0B三"
            })
    void what_nobody_can_see_is_in_no_name(String name) {
        assertThat(defects(name))
                .containsExactly(new Violation(
                        "/operator/name",
                        "text.characters",
                        "姓名含有控制字符等不可见的字符或不完整的字符",
                        "a person's name has control characters or others that cannot be seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "买买提·吐尔逊", "𠀋三", "Anna Maria", "\uE000三"})
    void rare_characters_and_foreign_names_are_names(String name) {
        assertThat(defects(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00A0"})
    void blanks_are_no_name(String name) {
        assertThat(defects(name)).extracting(Violation::code).containsExactly("person.name");
    }

    @Test
    void a_reason_may_have_lines_and_nothing_else_may() {
        List<Violation> found = new ArrayList<>();
        FactText.REASON.check("业主申请\r\n\t见附件", "/reason", found);
        assertThat(found).isEmpty();
        FactText.REASON.check("业主\u202E申请", "/reason", found);
        FactText.ADDRESS.check("东大街\n1号", "/text", found);
        assertThat(found).extracting(Violation::pointer).containsExactly("/reason", "/text");
    }

    @Test
    void the_limit_is_told_and_counts_characters_not_their_halves() {
        assertThat(defects("𠀋".repeat(100))).isEmpty();
        assertThat(defects("𠀋".repeat(101)))
                .containsExactly(new Violation(
                        "/operator/name", "person.name", "姓名为 1 至 100 个字", "a person's name has 1 to 100 characters"));
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON_NAME, /properties/operatorName",
        "REGISTRAR, /$defs/Registrar/properties/name",
        "SCOPE_ITEM_ID, /$defs/ScopeItem/properties/id",
        "SCOPE_ITEM, /$defs/ScopeItem/properties/text",
        "ADDRESS, /$defs/Address/properties/text"
    })
    void nothing_is_taken_that_is_longer_than_the_contract_carries(FactText text, String place) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(FactText.class.getResource("/schemas/io.hutong.registration.opened.v1.json"));
        assertThat(text.longest())
                .isLessThanOrEqualTo(schema.at(place).path("maxLength").asInt());
    }

    private static List<Violation> defects(String name) {
        List<Violation> found = new ArrayList<>();
        FactText.PERSON_NAME.check(name, "/operator/name", found);
        return found;
    }
}
