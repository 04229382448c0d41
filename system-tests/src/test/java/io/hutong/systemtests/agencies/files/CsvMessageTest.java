package io.hutong.systemtests.agencies.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.InvalidValue;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvMessageTest {
    private final CsvMessage file =
            new CsvMessage(List.of("uscc", "item", "note"), List.of(List.of("92620702PDY000028N", "FINES", "甲, 乙")));

    @Test
    void a_file_is_its_columns_and_lines() {
        assertThat(file.text()).isEqualToNormalizingNewlines("uscc,item,note\n92620702PDY000028N,FINES,\"甲, 乙\"\n");
    }

    @Test
    void renewed_it_has_the_same_lines_in_another_order_of_columns() {
        assertThat(file.renewed())
                .isEqualTo(new CsvMessage(
                        List.of("note", "item", "uscc"), List.of(List.of("甲, 乙", "FINES", "92620702PDY000028N"))));
    }

    @Test
    void a_wrong_code_is_never_the_code_of_any_business() {
        IntStream.rangeClosed(1, 200)
                .mapToObj(number -> UnifiedSocialCreditCode.synthetic(DivisionCode.of("620702"), number)
                        .value())
                .map(code -> new CsvMessage(List.of("uscc"), List.of(List.of(code))))
                .map(message -> message.withWrongCodes().get(0).lines().get(0).get(0))
                .forEach(wrong -> assertThatThrownBy(() -> UnifiedSocialCreditCode.of(wrong))
                        .isInstanceOf(InvalidValue.class));
    }

    @Test
    void out_of_form_each_line_lacks_a_column() {
        assertThat(file.withWrongSchema().lines()).containsExactly(List.of("92620702PDY000028N", "FINES"));
        assertThat(file.withWrongSchema().columns()).isEqualTo(file.columns());
    }

    @Test
    void a_fact_is_spoilt_under_keys_of_its_own() {
        FactMessage fact = FactMessage.of("k", "shop", "FINES", "NO");
        assertThat(fact.renewed()).isEqualTo(new FactMessage("k-again", "shop", fact.body()));
        assertThat(fact.withWrongCodes())
                .extracting(
                        FactMessage::key,
                        FactMessage::bizId,
                        wrong -> wrong.body().path("item").asText())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("k-item", "shop", "NO_SUCH_ITEM"),
                        org.assertj.core.groups.Tuple.tuple(
                                "k-astray", "01900000-0000-7000-8000-000000000000", "FINES"));
        assertThat(fact.withWrongSchema().body().toString()).isEqualTo("{\"item\":\"FINES\"}");
        assertThat(fact.body().toString()).isEqualTo("{\"item\":\"FINES\",\"value\":\"NO\"}");
    }
}
