package io.hutong.registration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hutong.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final String BASE = "io.hutong.registration";
    private static final String NEIGHBOURS = "features do not know each other";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    /** All but the rule on neighbours, which the next test makes narrower for the register and its duties. */
    @Test
    void the_rules_of_the_house_hold() {
        var rules = ArchitectureRules.of(BASE).all();
        assertThat(rules).containsKey(NEIGHBOURS);
        rules.forEach((name, rule) -> {
            if (!name.equals(NEIGHBOURS)) {
                rule.allowEmptyShould(true).check(CLASSES);
            }
        });
    }

    /** Every feature registers in the one register and is followed by its duties; none knows another. */
    @Test
    void features_know_the_register_and_its_duties_but_not_each_other() {
        DescribedPredicate<JavaClass> common =
                resideInAnyPackage(BASE + ".register..", BASE + ".duty..", BASE + ".shared..", BASE + ".problem..");
        slices().matching(BASE + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), common)
                .ignoreDependency(resideInAPackage(BASE + ".inbound.."), DescribedPredicate.alwaysTrue())
                .ignoreDependency(resideInAPackage(BASE + ".shared.configuration.."), DescribedPredicate.alwaysTrue())
                .check(CLASSES);
    }
}
