package io.hutong.credit;

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
            .importPackages("io.hutong.credit");

    /** A list entry rests on reports, and a run on both: these features know each other in one direction (next test). */
    @Test
    void the_rules_of_the_house_hold() {
        var rules = ArchitectureRules.of("io.hutong.credit").all();
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
                .definedBy("io.hutong.credit.inbound..")
                .layer("registerdoubt")
                .definedBy("io.hutong.credit.registerdoubt..")
                .layer("existing")
                .definedBy("io.hutong.credit.existing..")
                .layer("repair")
                .definedBy("io.hutong.credit.repair..")
                .layer("objection")
                .definedBy("io.hutong.credit.objection..")
                .layer("filing")
                .definedBy("io.hutong.credit.filing..")
                .layer("separateregister")
                .definedBy("io.hutong.credit.separateregister..")
                .layer("seriouslist")
                .definedBy("io.hutong.credit.seriouslist..")
                .layer("penalty")
                .definedBy("io.hutong.credit.penalty..")
                .layer("listingrun")
                .definedBy("io.hutong.credit.listingrun..")
                .layer("abnormallist")
                .definedBy("io.hutong.credit.abnormallist..")
                .layer("annualreport")
                .definedBy("io.hutong.credit.annualreport..")
                .layer("reportcheck")
                .definedBy("io.hutong.credit.reportcheck..")
                .layer("reminder")
                .definedBy("io.hutong.credit.reminder..")
                .layer("publication")
                .definedBy("io.hutong.credit.publication..")
                .layer("agencyrecord")
                .definedBy("io.hutong.credit.agencyrecord..")
                .layer("business")
                .definedBy("io.hutong.credit.business..")
                .layer("financing")
                .definedBy("io.hutong.credit.financing..")
                .layer("sharing")
                .definedBy("io.hutong.credit.sharing..")
                .layer("consent")
                .definedBy("io.hutong.credit.consent..")
                .whereLayer("inbound")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("financing")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("sharing")
                .mayOnlyBeAccessedByLayers("financing", "repair", "inbound", "registerdoubt")
                .whereLayer("consent")
                .mayOnlyBeAccessedByLayers("financing", "sharing", "inbound", "registerdoubt")
                .whereLayer("registerdoubt")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("existing")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("listingrun")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("repair")
                .mayOnlyBeAccessedByLayers("inbound", "registerdoubt")
                .whereLayer("objection")
                .mayOnlyBeAccessedByLayers("inbound", "registerdoubt")
                .whereLayer("filing")
                .mayOnlyBeAccessedByLayers("objection", "repair")
                .whereLayer("separateregister")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("seriouslist")
                .mayOnlyBeAccessedByLayers("objection", "repair", "sharing", "existing")
                .whereLayer("penalty")
                .mayOnlyBeAccessedByLayers("objection", "seriouslist", "repair", "sharing", "existing")
                .whereLayer("abnormallist")
                .mayOnlyBeAccessedByLayers(
                        "listingrun",
                        "reportcheck",
                        "objection",
                        "separateregister",
                        "repair",
                        "sharing",
                        "existing",
                        "registerdoubt",
                        "inbound")
                .whereLayer("annualreport")
                .mayOnlyBeAccessedByLayers("abnormallist", "listingrun", "reminder", "reportcheck", "sharing")
                .whereLayer("reportcheck")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("reminder")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("agencyrecord")
                .mayOnlyBeAccessedByLayers("sharing", "inbound", "registerdoubt")
                .whereLayer("publication")
                .mayOnlyBeAccessedByLayers(
                        "abnormallist",
                        "annualreport",
                        "reportcheck",
                        "penalty",
                        "seriouslist",
                        "repair",
                        "objection",
                        "filing",
                        "sharing",
                        "inbound",
                        "registerdoubt")
                .check(CLASSES);
    }
}
