package io.hutong.exchange.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.AgencyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DropFolderTest {
    private static final Instant QUIET_SINCE = Instant.parse("2026-11-24T02:00:00Z");

    @TempDir
    Path root;

    private Path in;
    private DropFolder folder;

    @BeforeEach
    void make() throws IOException {
        in = Files.createDirectories(root.resolve("in"));
        folder = new DropFolder(new AgencyCode("HUD-620702"), root);
    }

    @Test
    void a_file_is_ready_when_nobody_has_written_to_it_for_a_while() throws IOException {
        Path whole = write(in.resolve("whole.csv"), QUIET_SINCE);
        write(in.resolve("growing.csv"), QUIET_SINCE.plusSeconds(1));

        assertThat(folder.ready(QUIET_SINCE)).isEqualTo(List.of(whole));
    }

    @Test
    void other_names_and_hidden_files_are_left_alone() throws IOException {
        write(in.resolve("notes.txt"), QUIET_SINCE);
        write(in.resolve(".upload.csv"), QUIET_SINCE);

        assertThat(folder.ready(QUIET_SINCE)).isEmpty();
    }

    @Test
    void a_link_is_no_file_of_the_agency() throws IOException {
        Path secret = write(root.resolve("secret.csv"), QUIET_SINCE);
        Files.createSymbolicLink(in.resolve("link.csv"), secret);

        assertThat(folder.ready(QUIET_SINCE)).isEmpty();
    }

    @Test
    void a_folder_that_is_a_link_is_neither_read_nor_written() throws IOException {
        Path file = write(in.resolve("whole.csv"), QUIET_SINCE);
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("out"), elsewhere);
        Path another = Files.createDirectories(root.resolve("another"));
        Files.createSymbolicLink(another.resolve("in"), in);

        assertThatThrownBy(() -> folder.finish(file, new byte[] {1})).isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
        assertThatThrownBy(() -> new DropFolder(folder.agency(), another).ready(QUIET_SINCE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void two_names_that_differ_in_the_case_of_their_end_get_a_result_each_and_are_both_kept() throws IOException {
        Path small = write(in.resolve("a.csv"), QUIET_SINCE);
        Path capital = write(in.resolve("a.CSV"), QUIET_SINCE);
        assertThat(folder.ready(QUIET_SINCE)).containsExactlyInAnyOrder(small, capital);

        folder.finish(small, new byte[] {1});
        folder.finish(capital, new byte[] {2});

        assertThat(root.resolve("out/a.result.csv")).hasBinaryContent(new byte[] {1});
        assertThat(root.resolve("out/a.CSV.result.csv")).hasBinaryContent(new byte[] {2});
        assertThat(names("done")).containsExactly("a.2.csv", "a.csv");
        assertThat(names("in")).isEmpty();
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(of))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Path write(Path file, Instant at) throws IOException {
        Files.writeString(file, "id,type,subject\n");
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
