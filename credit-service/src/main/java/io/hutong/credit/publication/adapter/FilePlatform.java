package io.hutong.credit.publication.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.PublicityPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform that takes files: each order is written to {@code out/NOTICE-VERSION.json}, whole or not at all, and answered with a
 * file of that name in {@code in}: {@code {"code": …, "receipt": …}}. An answer is looked for again and again, and a refusal is
 * taken away, so that the order can be written anew. What it shows at present it leaves in {@code in/shown.json}.
 */
final class FilePlatform implements PublicityPlatform {
    /** Files are dated by the machine, also where the service's own time is simulated. */
    private static final Clock FILES = Clock.systemUTC();

    private final Path folder;
    private final PlatformConnection connection;
    private final ObjectMapper json;

    FilePlatform(Path folder, PlatformConnection connection, ObjectMapper json) {
        this.folder = folder;
        this.connection = connection;
        this.json = json;
    }

    /** An answer is about one order. */
    @Override
    public int most() {
        return 1;
    }

    @Override
    public Answer send(List<Publication> orders) {
        Publication order = orders.get(0);
        String name = order.fact().subjectId() + "-" + order.version() + ".json";
        try {
            Path answer = folder.resolve("in").resolve(name);
            if (Files.exists(answer)) {
                return said(answer, json.readTree(Files.readAllBytes(answer)));
            }
            if (!Files.exists(folder.resolve("out").resolve(name))) {
                write(name, json.writeValueAsBytes(NoticeJson.Batch.of(orders)));
            }
            return new Answer.Unanswered();
        } catch (JsonProcessingException unreadable) {
            return new Answer.NotReached("in/" + name + " 不是 JSON · is no JSON");
        } catch (IOException unusable) {
            return new Answer.NotReached("文件夹无法使用 · the folder cannot be used");
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path part = out.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Answer said(Path answer, JsonNode said) throws IOException {
        if (!said.path("code").isValueNode()) {
            return new Answer.NotReached("in/" + answer.getFileName() + " 没有 code · has no code");
        }
        String code = said.path("code").asText();
        if (code.equals(connection.takenCode())) {
            return new Answer.Acknowledged(said.path("receipt").asText(""));
        }
        Files.deleteIfExists(folder.resolve("out").resolve(answer.getFileName()));
        Files.deleteIfExists(answer);
        return new Answer.Refused("code " + code);
    }

    @Override
    public Shown shown(@Nullable UUID after) throws NotReachable {
        Path file = folder.resolve("in").resolve("shown.json");
        try {
            Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
            JsonNode all = json.readTree(Files.readAllBytes(file)).path("items");
            if (!all.isArray()) {
                throw new NotReachable("in/shown.json 没有 items · has no items");
            }
            List<Shown.Item> items = new ArrayList<>();
            for (JsonNode item : all) {
                items.add(new Shown.Item(
                        UUID.fromString(item.path("noticeId").asText()),
                        item.path("version").asInt()));
            }
            items.removeIf(item -> after != null && item.subjectId().toString().compareTo(after.toString()) <= 0);
            items.sort(Comparator.comparing(item -> item.subjectId().toString()));
            return new Shown(items, Duration.between(writtenAt, FILES.instant()));
        } catch (NoSuchFileException absent) {
            throw new NotReachable("没有 in/shown.json · in/shown.json is not there");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new NotReachable("in/shown.json 无法读取 · cannot be read");
        }
    }
}
