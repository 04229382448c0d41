package io.hutong.contract;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hutong.events.DomainEvent;
import io.hutong.identity.TextValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The contract is plain Java that anyone can depend on. */
@AnalyzeClasses(packages = "io.hutong", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_contract_depends_on_java_and_jspecify_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.hutong.data",
                    "io.hutong.events",
                    "io.hutong.identity",
                    "io.hutong.time");

    @ArchTest
    static final ArchRule events_are_records = classes()
            .that()
            .implement(DomainEvent.class)
            .and(not(INTERFACES))
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule values_are_records = classes()
            .that(assignableTo(TextValue.class))
            .and(not(INTERFACES))
            .should()
            .beRecords();

    // a rule on "now" without parameter types would not see now(ZoneId)
    @ArchTest
    static final ArchRule time_comes_from_outside = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", ZoneId.class)
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now", ZoneId.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.hutong.(*)..").should().beFreeOfCycles();
}
