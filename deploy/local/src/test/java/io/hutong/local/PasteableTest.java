package io.hutong.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.local.parts.Installation;
import io.hutong.local.parts.Ports;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasteableTest {
    @TempDir
    Path folder;

    @Test
    void a_command_runs_when_pasted_from_whatever_folder_it_lies_in() throws Exception {
        Path root = Files.createDirectories(folder.resolve("it's 互通"));
        assertThat(run(root, root.resolve(".hutong"))).isEqualTo("token amr ");
    }

    @Test
    void it_names_a_home_that_is_not_the_usual_one() throws Exception {
        Path root = Files.createDirectories(folder.resolve("tree"));
        Path home = folder.resolve("another home");
        assertThat(run(root, home)).isEqualTo("token amr " + home);
    }

    /** What a launcher that tells its arguments and home says to the pasted command. */
    private String run(Path root, Path home) throws Exception {
        Path launcher = Files.writeString(root.resolve("hutong"), "#!/bin/sh\nprintf '%s' \"$* ${HUTONG_HOME:-}\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Ports ports = Ports.resolve(Map.of(), Map.of(), folder.resolve("no.properties"));
        String command = Pasteable.command(new Installation(root, home, root, ports), "token amr");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        shell.environment().remove("HUTONG_HOME");
        Process process = shell.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    }
}
