package io.hutong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void an_installation_where_nothing_runs() {
        System.setProperty("hutong.root", folder.toString());
    }

    @AfterEach
    void none() {
        System.clearProperty("hutong.root");
    }

    @Test
    void with_nothing_up_it_says_so_in_one_sentence_and_fails() {
        StringWriter said = new StringWriter();
        CommandLine line = Hutong.commandLine();
        line.setErr(new PrintWriter(said, true));

        assertThat(line.execute("bench")).isEqualTo(1);
        assertThat(said.toString().lines()).singleElement().asString().contains("./hutong up");
    }
}
