package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplicationsTest {
    private static final FileTime OLD = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path folder;

    private Applications applications;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        Ports ports = Ports.resolve(Map.of(), Map.of(), folder.resolve("absent"));
        Installation installation = new Installation(folder, folder.resolve("home"), folder, ports);
        installation.prepare();
        applications = new Applications(installation);
        Path built = folder.resolve("tax-sync-service/target/quarkus-app");
        Files.createDirectories(built.resolve("lib"));
        jar = built.resolve("quarkus-run.jar");
        Files.writeString(jar, "first");
        Files.setLastModifiedTime(jar, OLD);
    }

    @Test
    void the_copy_keeps_file_times_and_a_second_start_takes_the_same_copy() throws IOException {
        Path first = applications.install("tax-sync-service");
        assertThat(Files.getLastModifiedTime(first.resolve("quarkus-run.jar"))).isEqualTo(OLD);
        assertThat(applications.install("tax-sync-service")).isEqualTo(first);
        assertThat(applications.current("tax-sync-service")).isEqualTo(first);
    }

    @Test
    void a_new_build_leaves_the_running_copy_alone_until_it_is_forgotten() throws IOException {
        Path first = applications.install("tax-sync-service");
        Files.writeString(jar, "second");
        Path second = applications.install("tax-sync-service");
        assertThat(second).isNotEqualTo(first);
        assertThat(first.resolve("quarkus-run.jar")).hasContent("first");
        assertThat(second.resolve("quarkus-run.jar")).hasContent("second");
        applications.forgetOthers(Set.of(second));
        assertThat(first).doesNotExist();
        assertThat(applications.current("tax-sync-service")).isEqualTo(second);
    }

    @Test
    void what_is_not_built_is_named() {
        assertThatThrownBy(() -> applications.install("registration-service"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("registration-service is not built");
    }
}
