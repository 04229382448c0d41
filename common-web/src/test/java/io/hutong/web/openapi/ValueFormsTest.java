package io.hutong.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.identity.TextValue;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueFormsTest {
    static Iterable<String> values() {
        return ValueForms.FORMS.keySet();
    }

    @ParameterizedTest
    @MethodSource("values")
    void an_example_that_is_published_is_one_that_is_taken(String type) throws ReflectiveOperationException {
        ValueForms.Form form = Objects.requireNonNull(ValueForms.FORMS.get(type));

        TextValue read =
                (TextValue) Class.forName(type).getMethod("of", String.class).invoke(null, form.example());

        assertThat(read.value()).isEqualTo(form.example()).matches(form.pattern());
    }

    @Test
    void the_code_shown_has_a_good_organisation_code_too() {
        var form = Objects.requireNonNull(ValueForms.FORMS.get(UnifiedSocialCreditCode.class.getName()));
        var code = UnifiedSocialCreditCode.of(form.example());

        assertThat(code.organisationCodeWarning()).isEmpty();
    }
}
