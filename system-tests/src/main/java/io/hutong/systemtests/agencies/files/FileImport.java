package io.hutong.systemtests.agencies.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Reply;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file that a service imports, {@code POST /imports} or {@code POST /facts-imports}: the reply comes when all lines are worked on. */
public final class FileImport implements Channel<CsvMessage> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED");

    private final Api service;
    private final String path;
    private final Set<String> seen = new HashSet<>();

    public FileImport(Api service, String path) {
        this.service = service;
        this.path = path;
    }

    @Override
    public List<Reply> send(List<CsvMessage> messages) throws InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (CsvMessage message : messages) {
            Api.Answer answer = service.postText(path, "text/csv", message.text());
            replies.add(
                    answer.accepted()
                            ? ended(answer.body().path("importId").asText())
                            : Reply.refused(
                                    "", answer.status(), Refused.code(answer.body()), Refused.places(answer.body())));
        }
        return replies;
    }

    private Reply ended(String id) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode view = service.get(path + "/" + id).body();
            if (ENDED.contains(view.path("state").asText())) {
                return reply(id, view);
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new IllegalStateException("import " + id + " did not end within " + PATIENCE);
    }

    /** One refused line is enough to refuse; a file without news is a duplicate. */
    private Reply reply(String id, JsonNode view) throws InterruptedException {
        boolean again = !seen.add(id);
        if (view.path("refused").asLong() > 0) {
            JsonNode line = service.get(path + "/" + id + "/errors")
                    .body()
                    .path("items")
                    .path(0);
            String place = "line " + line.path("line").asText() + " "
                    + line.path("column").asText();
            return Reply.refused("", 202, line.path("code").asText(), place.strip());
        }
        return again || view.path("taken").asLong() == 0 ? Reply.duplicate("", id, 202) : Reply.taken("", id, 202);
    }
}
