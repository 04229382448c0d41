package io.hutong.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = HutongTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "exchange"),
            @ResourceArg(name = "hutong.exchange.drop.directory", value = "target/drop"),
            @ResourceArg(name = "hutong.exchange.drop.look-every", value = "0.2s"),
            @ResourceArg(name = "hutong.exchange.drop.quiet", value = "0.5s")
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class DropIT {
    private static final Path FOLDER = Path.of("target/drop/HUD-620702");
    private static final String HEADER = "id,type,subject,data.permitType,data.permitNo,data.department,data.validFrom";
    private static Register register;
    private static TopicReader topic;
    private static boolean registered;

    @SuppressWarnings("NullAway.Init") // by the first test
    private static Business business;

    @BeforeAll
    static void open() {
        register = new Register();
        topic = TopicReader.of("exchange.events");
    }

    /** Once: before the first test the server has no address yet. */
    @BeforeEach
    void registered() throws IOException {
        if (registered) {
            return;
        }
        registered = true;
        Exchange.admit("HUD-620702", "hud", Exchange.PERMIT);
        deleteEarlierRun();
        Files.createDirectories(FOLDER.resolve("in"));
        business = Exchange.known(register);
    }

    @AfterAll
    static void close() {
        register.close();
        topic.close();
    }

    @Test
    void a_file_is_taken_line_by_line_answered_and_put_away() throws IOException {
        String name = drop(
                "first",
                HEADER,
                line("a", business.uscc().value()),
                line("b", UUID.randomUUID().toString()),
                "\"broken," + business.uscc(),
                "",
                line("d", business.id().value()) + ",more");

        List<String> result = result(name);

        assertThat(result).hasSize(5);
        assertThat(result.get(0)).isEqualTo("\ufeffline,id,status,eventId,code,message");
        assertThat(result.get(1)).startsWith("2,first-a,accepted,").endsWith(",,");
        assertThat(result.get(2)).startsWith("3,first-b,refused,,unknown-business,");
        assertThat(result.get(3)).startsWith("4,,refused,,invalid-request,").contains("引号不成对");
        assertThat(result.get(4)).startsWith("6,,refused,,invalid-request,").contains("列数");
        assertThat(FOLDER.resolve("done").resolve(name + ".csv")).exists();
        assertThat(FOLDER.resolve("in").resolve(name + ".csv")).doesNotExist();
    }

    @Test
    void a_file_that_comes_again_as_after_a_crash_takes_nothing_twice() throws IOException {
        String name = drop("again", HEADER, line("a", business.uscc().value()));
        String first = result(name).get(1);
        String eventId = first.split(",", -1)[3];
        Files.delete(FOLDER.resolve("out").resolve(name + ".result.csv"));
        drop(name, List.of(HEADER, line("again-a", "号a", business.uscc().value())), StandardCharsets.UTF_8);

        assertThat(result(name).get(1)).isEqualTo("2,again-a,duplicate," + eventId + ",,");
        assertThat(FOLDER.resolve("done").resolve(name + ".2.csv")).exists();
        await("it left once")
                .untilAsserted(() -> assertThat(topic.of(business.id()))
                        .filteredOn(left -> left.header("ce_id").equals(eventId))
                        .hasSize(1));
    }

    @Test
    void what_a_chinese_spreadsheet_writes_is_read() throws IOException {
        drop(
                "sheet",
                List.of(HEADER, line("sheet-1", "甘住建〔2026〕九号", business.uscc().value())),
                Charset.forName("GB18030"));
        assertThat(result("sheet").get(1)).startsWith("2,sheet-1,accepted,");
    }

    @Test
    void a_file_that_is_still_written_or_has_another_name_is_left_alone() throws IOException {
        Path other = FOLDER.resolve("in").resolve("letter.txt");
        Files.writeString(other, "hello");
        Path growing = FOLDER.resolve("in").resolve("growing.csv");
        Files.writeString(growing, HEADER + "\n");
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        await("half a file is not read while it grows")
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    assertThat(growing).exists();
                    Files.writeString(growing, "\n", java.nio.file.StandardOpenOption.APPEND);
                    return System.nanoTime() > until;
                });
        Files.writeString(
                growing,
                line("growing-1", "长", business.uscc().value()) + "\n",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(result("growing")).anyMatch(line -> line.contains(",growing-1,accepted,"));
        assertThat(other).exists();
    }

    @Test
    void a_file_without_the_columns_is_refused_as_a_whole() throws IOException {
        drop("columns", List.of("id,subject", "1,2"), StandardCharsets.UTF_8);
        assertThat(result("columns"))
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("1,,refused,,invalid-request,\"首行为列名：id、type、subject，可有 time、effectiveat、causationid，"
                        + "以及 data. 开头的各项 · the first line names the columns: id, type, subject, perhaps time, effectiveat,"
                        + " causationid, and data.…\"");
    }

    @Test
    void an_empty_file_lacks_its_columns() throws IOException {
        drop("empty", List.of(), StandardCharsets.UTF_8);
        assertThat(result("empty")).hasSize(2).last().asString().startsWith("1,,refused,,invalid-request,\"首行为列名");
    }

    @Test
    void a_name_in_capitals_is_a_name() throws IOException {
        Path file = FOLDER.resolve("in").resolve("LOUD.CSV");
        Files.writeString(file, HEADER + "\n" + line("loud-1", business.uscc().value()) + "\n");
        await("the file is put away")
                .until(() -> Files.exists(FOLDER.resolve("done").resolve("LOUD.csv")));
        assertThat(result("LOUD.CSV").get(1)).startsWith("2,loud-1,accepted,");
    }

    private static void deleteEarlierRun() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String line(String id, String subject) {
        return line(id, "号" + id, subject);
    }

    private static String line(String id, String permitNo, String subject) {
        return String.join(",", id, Exchange.PERMIT, subject, "RENTAL_HOUSING", permitNo, "HUD", "2026-11-01");
    }

    /** Written under another name and renamed, as the documentation asks; ids begin with the name. */
    private static String drop(String name, String... lines) throws IOException {
        List<String> named = java.util.Arrays.stream(lines)
                .map(line -> line.matches("[a-z],.*") ? name + "-" + line : line)
                .toList();
        drop(name, named, StandardCharsets.UTF_8);
        return name;
    }

    private static void drop(String name, List<String> lines, Charset charset) throws IOException {
        Path fresh = FOLDER.resolve("in").resolve(name + ".part");
        Files.write(fresh, (String.join("\r\n", lines) + "\r\n").getBytes(charset));
        Files.move(fresh, FOLDER.resolve("in").resolve(name + ".csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> result(String name) throws IOException {
        Path result = FOLDER.resolve("out").resolve(name + ".result.csv");
        await("result of " + name)
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(result)
                        && !Files.exists(FOLDER.resolve("in").resolve(name + ".csv")));
        return Files.readString(result).lines().toList();
    }
}
