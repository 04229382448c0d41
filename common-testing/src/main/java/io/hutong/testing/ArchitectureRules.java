package io.hutong.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the house for one service, by its base package (for example {@code io.hutong.tax}). */
public final class ArchitectureRules {
    private final String base;

    private ArchitectureRules(String base) {
        this.base = base;
    }

    public static ArchitectureRules of(String basePackage) {
        return new ArchitectureRules(basePackage);
    }

    /** Checks all rules against the main classes of the service and tells every violation of each. */
    public void check() {
        check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base));
    }

    void check(JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes in " + base);
        }
        List<String> violations = new ArrayList<>();
        all().forEach((name, rule) -> {
            EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
            if (result.hasViolation()) {
                violations.add(name + ": " + result.getFailureReport());
            }
        });
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    /** All rules by name, in the order of the style guide. */
    public Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("features do not know each other", featuresDoNotKnowEachOther());
        rules.put("the core of a feature is plain Java", coreIsPlainJava());
        rules.put("adapters are hidden", adaptersAreHidden());
        rules.put("time comes from a clock", timeComesFromAClock());
        rules.put("collaborators come through the constructor", noFieldInjection());
        rules.put("transactions start in use cases", transactionsStartInUseCases());
        rules.put("Kafka is left to common-messaging", kafkaIsLeftToMessaging());
        rules.put("only rows are mapped to tables", onlyRowsAreMapped());
        rules.put("only problem/ maps exceptions", onlyProblemMapsExceptions());
        rules.put("services do not know each other", servicesDoNotKnowEachOther());
        rules.put("no cycles between packages", noCycles());
        return rules;
    }

    ArchRule featuresDoNotKnowEachOther() {
        return slices().matching(base + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage(base + ".inbound..", base + ".problem.."), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage(base + ".problem.."));
    }

    ArchRule coreIsPlainJava() {
        return classes()
                .that()
                .resideInAPackage(base + ".*")
                .and()
                .resideOutsideOfPackages(base + ".inbound", base + ".problem")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "io.hutong.events..",
                                "io.hutong.identity..",
                                "io.hutong.time..",
                                "io.hutong.rules..",
                                "io.hutong.messaging",
                                "io.hutong.web",
                                "io.hutong.web.imports",
                                base + ".*")
                        .or(type(ApplicationScoped.class))
                        .or(type(Singleton.class))
                        .or(type(Inject.class))
                        .or(type(Transactional.class))
                        .or(type(Transactional.TxType.class)));
    }

    ArchRule adaptersAreHidden() {
        return classes()
                .that()
                .resideInAnyPackage(base + "..adapter", base + "..inbound")
                .should()
                .notBePublic();
    }

    ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    ArchRule noFieldInjection() {
        return noFields().should().beAnnotatedWith(Inject.class);
    }

    ArchRule transactionsStartInUseCases() {
        return methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .resideOutsideOfPackage("..adapter..");
    }

    ArchRule kafkaIsLeftToMessaging() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.hutong.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..");
    }

    ArchRule onlyRowsAreMapped() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Row")
                .should()
                .beAnnotatedWith("jakarta.persistence.Entity")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.MappedSuperclass");
    }

    ArchRule onlyProblemMapsExceptions() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".problem..", "io.hutong.web..")
                .should()
                .implement("jakarta.ws.rs.ext.ExceptionMapper")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.jboss.resteasy.reactive.server.ServerExceptionMapper");
    }

    ArchRule servicesDoNotKnowEachOther() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.hutong.registration..",
                                "io.hutong.tax..",
                                "io.hutong.credit..",
                                "io.hutong.subsidy..",
                                "io.hutong.exchange..",
                                "io.hutong.console..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(base + ".."))));
    }

    ArchRule noCycles() {
        return slices().matching(base + ".(**)").should().beFreeOfCycles();
    }
}
