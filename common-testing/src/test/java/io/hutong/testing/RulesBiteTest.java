package io.hutong.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesBiteTest {
    private static final String BITE = "io.hutong.testing.bite";
    private static final String SAMPLE = "io.hutong.testing.sample";
    private static final ArchitectureRules RULES = ArchitectureRules.of(BITE);
    private static final JavaClasses COUNTER_EXAMPLES = new ClassFileImporter().importPackages(BITE);
    private static final JavaClasses GOOD_EXAMPLES = new ClassFileImporter().importPackages(SAMPLE);

    static Set<String> names() {
        return RULES.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_rule_rejects_a_counter_example(String name) {
        ArchRule rule = Objects.requireNonNull(RULES.all().get(name));
        assertThat(rule.allowEmptyShould(true).evaluate(COUNTER_EXAMPLES).hasViolation())
                .as(name)
                .isTrue();
    }

    @Test
    void a_service_as_it_should_be_passes() {
        assertThatCode(() -> ArchitectureRules.of(SAMPLE).check(GOOD_EXAMPLES)).doesNotThrowAnyException();
    }

    @Test
    void the_check_tells_every_broken_rule() {
        assertThatThrownBy(() -> RULES.check(COUNTER_EXAMPLES))
                .isInstanceOf(AssertionError.class)
                .satisfies(
                        failure -> names().forEach(name -> assertThat(failure).hasMessageContaining(name)));
    }

    @Test
    void a_package_without_classes_is_a_mistake_and_no_success() {
        ArchitectureRules nowhere = ArchitectureRules.of("io.hutong.nowhere");
        assertThatThrownBy(nowhere::check).isInstanceOf(AssertionError.class);
    }
}
