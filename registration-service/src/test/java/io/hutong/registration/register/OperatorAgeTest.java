package io.hutong.registration.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.PersonIdentity;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorAgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final ResidentId BORN_1900 = ResidentId.synthetic(DivisionCode.of("620702"), 0);

    private final OperatorAge rule = OperatorAge.bundled();

    @ParameterizedTest
    @CsvSource({
        "2008-11-28, ,       ok",
        "2008-11-29, ,       operator.manual-check",
        "2010-11-28, ,       operator.manual-check",
        "2008-11-29, 王登记, ok",
        "2010-11-29, ,       operator.under-age",
        "2010-11-29, 王登记, operator.under-age",
        "2027-01-01, 王登记, operator.under-age"
    })
    void of_age_at_once_from_sixteen_with_a_check_by_hand_and_never_before(
            LocalDate born, @Nullable String checkedBy, String code) {
        assertThat(check(operator(BORN_1900, born, checkedBy)).stream()
                        .map(Violation::code)
                        .findFirst()
                        .orElse("ok"))
                .isEqualTo(code);
    }

    @Test
    void the_number_tells_the_age_and_no_stated_date_makes_older() {
        ResidentId young = ResidentId.of("620702200901010015");

        assertThat(check(operator(young, null, null)))
                .containsExactly(
                        new Violation(
                                "/operator/ageCheckedBy",
                                "operator.manual-check",
                                "经营者未满 18 周岁，须由登记人员核实其以自己的劳动收入为主要生活来源，并在此写明核实人",
                                "the operator is under 18: a registrar must check by hand that he or she lives on own labour income, and is named here"));
        assertThat(check(operator(young, LocalDate.of(1980, 1, 1), null))).hasSize(1);
        assertThat(check(operator(BORN_1900, null, null))).isEmpty();
    }

    private List<Violation> check(Operator operator) {
        List<Violation> found = new ArrayList<>();
        rule.check(operator, TODAY, "/operator", found);
        return found;
    }

    private static Operator operator(ResidentId id, @Nullable LocalDate born, @Nullable String checkedBy) {
        return new Operator(new PersonIdentity("试甲", id, null, null), born, checkedBy);
    }
}
