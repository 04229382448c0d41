package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hutong.identity.TextValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each rule of the architecture rejects a counter-example. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesBiteTest {
    @Test
    void a_library_in_the_contract_is_found() {
        assertThat(rejects(ArchitectureTest.the_contract_depends_on_java_and_jspecify_only, UsesLibrary.class))
                .isTrue();
    }

    @Test
    void a_value_that_is_no_record_is_found() {
        assertThat(rejects(ArchitectureTest.values_are_records, NoRecord.class)).isTrue();
    }

    @Test
    void a_look_at_the_wall_clock_is_found() {
        assertThat(rejects(ArchitectureTest.time_comes_from_outside, LooksAtTheClock.class))
                .isTrue();
    }

    private static boolean rejects(ArchRule rule, Class<?> example) {
        return rule.evaluate(new ClassFileImporter().importClasses(example)).hasViolation();
    }

    private record UsesLibrary(ArchRule rule) {}

    private static final class NoRecord implements TextValue {
        @Override
        public String value() {
            return "";
        }
    }

    private record LooksAtTheClock() {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }
}
