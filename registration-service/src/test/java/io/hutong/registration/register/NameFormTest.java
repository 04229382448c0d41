package io.hutong.registration.register;

import static io.hutong.events.EntityType.INDIVIDUAL_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.EntityType;
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
        "张掖市甘州区店（个体工商户）, name.zihao",
        "张掖市甘州区　　（个体工商户）, name.zihao",
        "张掖市甘州区店!!!!（个体工商户）, name.zihao",
        "'   ', name.length",
        "张掖市甘州区祁连\u0000面馆（个体工商户）, text.characters"
    })
    void the_outer_form_is_checked(String name, String code) {
        assertThat(NameForm.check(name, INDIVIDUAL_PERSON, GANZHOU, DIVISIONS)
                        .map(Violation::code)
                        .orElse("ok"))
                .isEqualTo(code);
    }

    @Test
    void a_name_of_more_than_a_hundred_characters_is_refused() {
        assertThat(NameForm.check("张掖市甘州区" + "面".repeat(100) + "（个体工商户）", INDIVIDUAL_PERSON, GANZHOU, DIVISIONS)
                        .map(Violation::code))
                .contains("name.length");
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE_LLC, 张掖市甘州区祁连牛肉面馆（个体工商户）, name.entity-type",
        "ENTERPRISE_LLC, 张掖市甘州区祁连牛肉面馆( 个体工商户 ), name.entity-type",
        "ENTERPRISE_SOLE, 张掖市甘州区祁连牛肉面馆（个体工商户）, name.entity-type",
        "ENTERPRISE_LLC, 张掖市祁连餐饮有限责任公司, ok",
        "INDIVIDUAL_FAMILY, 张掖市甘州区祁连牛肉面馆（个体工商户）, ok",
        "INDIVIDUAL_FAMILY, 张掖市祁连餐饮有限责任公司, name.form"
    })
    void only_individual_businesses_say_that_they_are_one(EntityType type, String name, String code) {
        assertThat(NameForm.check(name, type, GANZHOU, DIVISIONS)
                        .map(Violation::code)
                        .orElse("ok"))
                .isEqualTo(code);
    }

    @Test
    void a_name_that_is_longer_as_it_is_compared_is_refused() {
        assertThat(NameForm.check("张掖市甘州区" + "㍿".repeat(30) + "面馆（个体工商户）", INDIVIDUAL_PERSON, GANZHOU, DIVISIONS)
                        .map(Violation::code))
                .contains("name.length");
    }

    @Test
    void widths_and_spaces_make_no_other_name() {
        assertThat(NameForm.normalised("张掖市 甘州区ＡＢ面馆（个体工商户）")).isEqualTo(NameForm.normalised("张掖市甘州区AB面馆(个体工商户)"));
        assertThat(NameForm.normalised("张掖市甘州区甲面馆（个体工商户）")).isNotEqualTo(NameForm.normalised("张掖市甘州区乙面馆（个体工商户）"));
    }
}
