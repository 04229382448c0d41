package io.hutong.credit.publication.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.PublicityPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform that takes files: orders are written to {@code out/KEY.json}, whole or not at all, and it answers each with
 * {@code in/KEY.json}: {@code {"code": …, "receipt": …}}. The same orders have the same key, so that what was not answered in
 * time is answered by the file that comes later. What it shows at present it leaves in {@code in/shown.json}.
 */
final class FilePlatform implements PublicityPlatform {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Path folder;
    private final PlatformConnection connection;
    private final ObjectMapper json;

    FilePlatform(Path folder, PlatformConnection connection, ObjectMapper json) {
        this.folder = folder;
        this.connection = connection;
        this.json = json;
    }

    @Override
    public Answer send(List<Publication> orders) throws InterruptedException {
        NoticeJson.Batch batch = NoticeJson.Batch.of(orders);
        String name = batch.key() + ".json";
        try {
            Path answer = folder.resolve("in").resolve(name);
            if (!Files.exists(answer)) {
                write(name, json.writeValueAsBytes(batch));
            }
            long until = System.nanoTime() + connection.timeout().toNanos();
            while (!Files.exists(answer)) {
                if (System.nanoTime() >= until) {
                    return new Answer.NotReached("no answer to the file yet");
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
            return said(json.readTree(Files.readAllBytes(answer)));
        } catch (IOException unusable) {
            return new Answer.NotReached("the folder cannot be used, or the answer is no JSON");
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path part = out.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Answer said(JsonNode said) {
        String code = said.path("code").asText("");
        return code.equals(connection.takenCode())
                ? new Answer.Acknowledged(said.path("receipt").asText(""))
                : new Answer.Refused("code " + code);
    }

    @Override
    public Shown shown(@Nullable UUID after) throws NotReachable {
        try {
            List<Shown.Item> items = new ArrayList<>();
            JsonNode all = json.readTree(Files.readAllBytes(folder.resolve("in").resolve("shown.json")));
            for (JsonNode item : all.path("items")) {
                UUID subject = UUID.fromString(item.path("noticeId").asText());
                if (after == null || subject.toString().compareTo(after.toString()) > 0) {
                    items.add(new Shown.Item(subject, item.path("version").asInt()));
                }
            }
            items.sort(Comparator.comparing(item -> item.subjectId().toString()));
            return new Shown(items, true);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new NotReachable("in/shown.json is not there or cannot be read");
        }
    }
}
