package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.DomainEvent;
import io.hutong.events.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published files equal their generation; {@code -Dhutong.contract.write=true} writes them anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedFilesTest {
    private static final boolean WRITE = Boolean.getBoolean("hutong.contract.write");

    @TestFactory
    Stream<DynamicTest> every_file_says_what_the_contract_says() {
        return generated().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        ContractFiles.MODULE.relativize(file.getKey()).toString(),
                        () -> check(file.getKey(), file.getValue())));
    }

    @Test
    void no_file_is_left_of_an_event_that_is_gone() throws IOException {
        assertThat(names(ContractFiles.SCHEMAS)).isEqualTo(EventTypes.all());
        assertThat(names(ContractFiles.GOLDEN)).isEqualTo(EventTypes.all());
        assertThat(names(ContractFiles.INTAKE_SCHEMAS)).isEqualTo(GoldenIntake.types());
        assertThat(names(ContractFiles.INTAKE_GOLDEN)).isEqualTo(GoldenIntake.types());
    }

    private static void check(Path file, String text) {
        if (WRITE) {
            write(file, text);
        }
        assertThat(ContractFiles.text(file)).isEqualTo(text);
    }

    private static Map<Path, String> generated() {
        Map<Path, String> files = new TreeMap<>();
        for (String type : EventTypes.all()) {
            files.put(ContractFiles.SCHEMAS.resolve(type + ".json"), ContractFiles.pretty(SchemaGeneration.of(type)));
        }
        for (DomainEvent event : GoldenEvents.all()) {
            Path file = ContractFiles.GOLDEN.resolve(EventTypes.typeOf(event) + ".json");
            files.put(file, ContractFiles.pretty(WireJson.of((Record) event)));
        }
        for (String type : GoldenIntake.types()) {
            files.put(
                    ContractFiles.INTAKE_SCHEMAS.resolve(type + ".json"),
                    ContractFiles.pretty(SchemaGeneration.ofIntake(type)));
            files.put(ContractFiles.INTAKE_GOLDEN.resolve(type + ".json"), ContractFiles.pretty(GoldenIntake.of(type)));
        }
        files.put(ContractFiles.DOCS.resolve("events.md"), EventsPage.text());
        files.put(ContractFiles.DOCS.resolve("asyncapi.yaml"), AsyncApi.text());
        return files;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
