package io.hutong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 0, --businesses 0：应为 1–99999 · must be 1–99999",
        "-1, 0, --businesses -1：应为 1–99999 · must be 1–99999",
        "100000, 0, --businesses 100000：应为 1–99999 · must be 1–99999",
        "10, 6, --broken 6：应为 0–5 · must be 0–5",
        "10, -1, --broken -1：应为 0–5 · must be 0–5"
    })
    void an_impossible_number_is_told_in_one_line_and_nothing_is_written(
            String businesses, String broken, String told) {
        StringWriter said = new StringWriter();
        CommandLine line = Hutong.commandLine();
        line.setErr(new PrintWriter(said, true));

        int code = line.execute("sample", "--businesses", businesses, "--broken", broken, "--to", folder + "/sample");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString().lines().findFirst()).contains(told);
        assertThat(said.toString()).doesNotContain("Exception");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_register_of_one_business_can_be_written() {
        assertThat(Hutong.commandLine().execute("sample", "--businesses", "1", "--to", folder.toString()))
                .isZero();
        assertThat(folder.resolve("businesses.csv")).exists();
    }
}
