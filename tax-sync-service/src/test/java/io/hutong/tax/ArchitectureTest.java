package io.hutong.tax;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hutong.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hutong.tax");

    /**
     * The features of tax are parts of one decision, so they may know each other, but in one direction only (next test)
     * instead of not at all.
     */
    @Test
    void the_rules_of_the_house_hold() {
        ArchitectureRules.of("io.hutong.tax").all().forEach((name, rule) -> {
            if (!name.equals("features do not know each other")) {
                rule.allowEmptyShould(true).check(CLASSES);
            }
        });
    }

    @Test
    void a_feature_knows_only_those_below_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("inbound")
                .definedBy("io.hutong.tax.inbound..")
                .layer("divergence")
                .definedBy("io.hutong.tax.divergence..")
                .layer("arrearsannouncement")
                .definedBy("io.hutong.tax.arrearsannouncement..")
                .layer("export")
                .definedBy("io.hutong.tax.export..")
                .layer("changesync")
                .definedBy("io.hutong.tax.changesync..")
                .layer("clearance")
                .definedBy("io.hutong.tax.clearance..")
                .layer("fact")
                .definedBy("io.hutong.tax.fact..")
                .layer("taxpayer")
                .definedBy("io.hutong.tax.taxpayer..")
                .whereLayer("inbound")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("divergence")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("arrearsannouncement")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("export")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("changesync")
                .mayOnlyBeAccessedByLayers("inbound", "divergence")
                .whereLayer("clearance")
                .mayOnlyBeAccessedByLayers("inbound", "divergence", "changesync")
                .whereLayer("fact")
                .mayOnlyBeAccessedByLayers("clearance", "changesync")
                .check(CLASSES);
    }
}
