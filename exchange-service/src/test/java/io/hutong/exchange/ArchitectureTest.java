package io.hutong.exchange;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hutong.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final String NEIGHBOURS = "features do not know each other";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hutong.exchange");

    /** An event is judged by agency, business and question: these features know each other in one direction (next test). */
    @Test
    void the_rules_of_the_house_hold() {
        var rules = ArchitectureRules.of("io.hutong.exchange").all();
        assertThat(rules).containsKey(NEIGHBOURS);
        rules.forEach((name, rule) -> {
            if (!name.equals(NEIGHBOURS)) {
                rule.allowEmptyShould(true).check(CLASSES);
            }
        });
    }

    @Test
    void a_feature_knows_only_those_below_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("inbound")
                .definedBy("io.hutong.exchange.inbound..")
                .layer("drop")
                .definedBy("io.hutong.exchange.drop..")
                .layer("intake")
                .definedBy("io.hutong.exchange.intake..")
                .layer("question")
                .definedBy("io.hutong.exchange.question..")
                .layer("agency")
                .definedBy("io.hutong.exchange.agency..")
                .layer("business")
                .definedBy("io.hutong.exchange.business..")
                .whereLayer("inbound")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("drop")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("intake")
                .mayOnlyBeAccessedByLayers("inbound", "drop")
                .whereLayer("question")
                .mayOnlyBeAccessedByLayers("inbound", "intake")
                .whereLayer("agency")
                .mayOnlyBeAccessedByLayers("intake", "question", "drop")
                .whereLayer("business")
                .mayOnlyBeAccessedByLayers("inbound", "intake")
                .check(CLASSES);
    }
}
