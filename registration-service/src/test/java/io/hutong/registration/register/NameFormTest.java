package io.hutong.registration.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Registrar;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.Divisions;
import io.hutong.web.Violation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameFormTest {
    private static final Registrar GANZHOU = new Registrar("张掖市甘州区市场监督管理局", DivisionCode.of("620702"));
    private static final Divisions DIVISIONS = Divisions.bundled();

    @ParameterizedTest
    @CsvSource({
        "张掖市甘州区祁连牛肉面馆（个体工商户）, ok",
        "甘州区祁连牛肉面馆（个体工商户）, name.division",
        "张掖市高台县祁连牛肉面馆（个体工商户）, name.division",
        "张掖市甘州区祁连牛肉面馆, name.form",
        "张掖市甘州区祁连牛肉面馆(个体工商户), name.form",
        "张掖市甘州区店（个体工商户）, name.zihao"
    })
    void the_outer_form_is_checked(String name, String code) {
        assertThat(NameForm.check(name, GANZHOU, DIVISIONS).map(Violation::code).orElse("ok"))
                .isEqualTo(code);
    }

    @Test
    void a_name_of_more_than_a_hundred_characters_is_refused() {
        assertThat(NameForm.check("张掖市甘州区" + "面".repeat(100) + "（个体工商户）", GANZHOU, DIVISIONS)
                        .map(Violation::code))
                .contains("name.length");
    }

    @Test
    void widths_and_spaces_make_no_other_name() {
        assertThat(NameForm.normalised("张掖市 甘州区ＡＢ面馆（个体工商户）")).isEqualTo(NameForm.normalised("张掖市甘州区AB面馆(个体工商户)"));
        assertThat(NameForm.normalised("张掖市甘州区甲面馆（个体工商户）")).isNotEqualTo(NameForm.normalised("张掖市甘州区乙面馆（个体工商户）"));
    }
}
