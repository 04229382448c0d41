package io.hutong.credit.publication.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Publication.Tries;
import io.hutong.credit.publication.PublicityPlatform.Answer;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.PublicityPlatform.Shown;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.identity.BizId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FilePlatformTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final UUID SUBJECT = UUID.fromString("019ab3c0-0000-7000-8000-00000000ab01");

    @TempDir
    Path folder;

    private FilePlatform platform;

    @BeforeEach
    void connect() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        platform = new FilePlatform(folder, new Connection(folder), JSON);
    }

    @Test
    void an_order_lies_in_a_file_of_its_own_and_is_answered_by_the_file_that_comes_later() throws Exception {
        assertThat(platform.send(List.of(order(1)))).isEqualTo(new Answer.Unanswered());
        Path file = onlyFile();
        JsonNode notice = JSON.readTree(file.toFile()).path("notices").path(0);
        assertThat(notice.path("noticeId").asText()).isEqualTo(SUBJECT.toString());
        assertThat(notice.path("version").asInt()).isEqualTo(1);
        assertThat(notice.path("show").asBoolean()).isTrue();

        Files.writeString(answer(file), "{\"code\": \"1\", \"receipt\": \"R-7\"}");
        assertThat(platform.send(List.of(order(1)))).isEqualTo(new Answer.Acknowledged("R-7"));
        assertThat(onlyFile()).isEqualTo(file);
    }

    @Test
    void another_code_refuses_the_order_is_written_anew_and_an_answer_out_of_form_is_none() throws Exception {
        platform.send(List.of(order(1)));
        Path file = onlyFile();
        Files.writeString(answer(file), "{\"code\": \"7\"}");
        assertThat(platform.send(List.of(order(1)))).isEqualTo(new Answer.Refused("code 7"));
        assertThat(platform.send(List.of(order(1)))).isEqualTo(new Answer.Unanswered());
        assertThat(onlyFile()).isEqualTo(file);
        String name = "in/" + file.getFileName();
        Files.writeString(answer(file), "{}");
        assertThat(platform.send(List.of(order(1)))).isEqualTo(new Answer.NotReached(name + " 没有 code · has no code"));
        Files.writeString(answer(file), "half a");
        assertThat(platform.send(List.of(order(1)))).isEqualTo(new Answer.NotReached(name + " 不是 JSON · is no JSON"));
    }

    @Test
    void without_its_folder_the_platform_is_not_reached() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "a file where the folder should be");
        assertThat(new FilePlatform(taken, new Connection(taken), JSON).send(List.of(order(1))))
                .isEqualTo(new Answer.NotReached("文件夹无法使用 · the folder cannot be used"));
    }

    @Test
    void what_it_shows_is_read_behind_a_notice_and_without_its_file_it_does_not_tell() throws Exception {
        assertThatThrownBy(() -> platform.shown(null))
                .isInstanceOf(NotReachable.class)
                .hasMessage("没有 in/shown.json · in/shown.json is not there");
        for (Map.Entry<String, String> wrong : Map.of(
                        "{", "in/shown.json 无法读取 · cannot be read",
                        "{\"items\": [{\"noticeId\": \"7\"}]}", "in/shown.json 无法读取 · cannot be read",
                        "{\"shown\": []}", "in/shown.json 没有 items · has no items")
                .entrySet()) {
            Files.writeString(folder.resolve("in/shown.json"), wrong.getKey());
            assertThatThrownBy(() -> platform.shown(null))
                    .isInstanceOf(NotReachable.class)
                    .hasMessage(wrong.getValue());
        }
        UUID other = UUID.fromString("019ab3c0-0000-7000-8000-00000000ab02");
        Files.writeString(
                folder.resolve("in/shown.json"),
                "{\"items\": [{\"noticeId\": \"" + other + "\", \"version\": 3}, {\"noticeId\": \"" + SUBJECT
                        + "\", \"version\": 1}]}");
        assertThat(platform.shown(null).items()).containsExactly(new Shown.Item(SUBJECT, 1), new Shown.Item(other, 3));
        assertThat(platform.shown(SUBJECT).items()).containsExactly(new Shown.Item(other, 3));
        assertThat(platform.shown(other).items()).isEmpty();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private Path answer(Path file) {
        return folder.resolve("in").resolve(file.getFileName());
    }

    private static Publication order(int version) {
        var fact = new PublishedFact(
                SUBJECT,
                FactKind.ABNORMAL_ENTRY,
                BizId.of("019ab3c0-0000-7000-8000-0000000000b1"),
                Map.of("ground", "ABN_REPORT"),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 6, 30));
        return new Publication("GSX", fact, true, version, Instant.EPOCH, null, new Tries(0, null));
    }

    /** A short patience, so that nobody waits. */
    private record Connection(Path where) implements PlatformConnection {
        @Override
        public Optional<URI> url() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(where);
        }

        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }

        @Override
        public String takenCode() {
            return "1";
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(100);
        }
    }
}
