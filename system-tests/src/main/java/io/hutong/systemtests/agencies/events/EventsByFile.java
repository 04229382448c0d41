package io.hutong.systemtests.agencies.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Party;
import io.hutong.systemtests.agencies.party.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A file in the party's drop folder, one event a line; the result comes back beside it. A file cannot say whose it is:
 * what would be sent in another's name is left out.
 */
public final class EventsByFile implements Channel<EventMessage> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Set<String> NO_COLUMNS = Set.of("specversion", "source", "data");

    private final Party party;
    private final Path folder;

    /** @param dropFolder that of all agencies */
    public EventsByFile(Party party, Path dropFolder) {
        this.party = party;
        this.folder = dropFolder.resolve(party.code());
    }

    @Override
    public List<Reply> send(List<EventMessage> messages) throws InterruptedException {
        List<EventMessage> own = messages.stream()
                .filter(message -> message.source().equals(party.source()))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        String name = "simulator-" + UUID.randomUUID();
        try {
            Path in = Files.createDirectories(folder.resolve("in"));
            Path unfinished = Files.writeString(in.resolve(name + ".part"), text(own));
            Files.move(unfinished, in.resolve(name + ".csv"));
            return replies(awaited(folder.resolve("out").resolve(name + ".result.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<EventMessage> messages) throws IOException {
        List<Map<String, String>> lines =
                messages.stream().map(EventsByFile::cells).toList();
        Set<String> columns = new LinkedHashSet<>();
        lines.forEach(line -> columns.addAll(line.keySet()));
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (Map<String, String> line : lines) {
                printer.printRecord(columns.stream().map(column -> line.getOrDefault(column, "")));
            }
        }
        return text.toString();
    }

    private static Map<String, String> cells(EventMessage message) {
        Map<String, String> cells = new LinkedHashMap<>();
        message.event().properties().stream()
                .filter(attribute -> !NO_COLUMNS.contains(attribute.getKey()))
                .forEach(attribute ->
                        cells.put(attribute.getKey(), attribute.getValue().asText()));
        put(cells, "data", message.event().path("data"));
        return cells;
    }

    private static void put(Map<String, String> cells, String column, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> put(cells, column + "." + field.getKey(), field.getValue()));
        } else {
            cells.put(column, value.asText());
        }
    }

    private static String awaited(Path result) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(result)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no " + result.getFileName() + " within " + PATIENCE);
            }
            Thread.sleep(LOOK.toMillis());
        }
        return Files.readString(result);
    }

    static List<Reply> replies(String result) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Reply> replies = new ArrayList<>();
        try (CSVParser lines = CSVParser.parse(result.replaceFirst("^\ufeff", ""), format)) {
            for (CSVRecord line : lines) {
                replies.add(reply(line));
            }
        }
        return replies;
    }

    private static Reply reply(CSVRecord line) {
        String id = line.get("id");
        return switch (line.get("status")) {
            case "accepted" -> Reply.taken(id, line.get("eventId"), 0);
            case "duplicate" -> Reply.duplicate(id, line.get("eventId"), 0);
            default -> Reply.refused(id, 0, line.get("code"), "line " + line.get("line"));
        };
    }
}
