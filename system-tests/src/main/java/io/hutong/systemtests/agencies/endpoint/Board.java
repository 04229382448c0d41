package io.hutong.systemtests.agencies.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a public platform shows: of the notices that were posted to it, the newest version of each, if it says to show. */
final class Board {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1000;

    private final Inbox inbox;
    private final NavigableMap<String, JsonNode> newest = new TreeMap<>();
    private int read;

    Board(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Each post is read once: a platform with fifty thousand notices answers page after page. */
    private void readOn() throws JsonProcessingException {
        List<Received> all = inbox.all();
        for (Received received : all.subList(read, all.size())) {
            for (JsonNode notice : JSON.readTree(received.body()).path("notices")) {
                newest.merge(notice.path("noticeId").asText(), notice, Board::newer);
            }
        }
        read = all.size();
    }

    private static JsonNode newer(JsonNode before, JsonNode now) {
        return now.path("version").asInt() > before.path("version").asInt() ? now : before;
    }

    /** As the platform tells it, behind that notice. */
    synchronized ObjectNode shown(String after, int limit) throws JsonProcessingException {
        readOn();
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        newest.tailMap(after, false).values().stream()
                .filter(notice -> notice.path("show").asBoolean())
                .limit(Math.min(limit, LARGEST))
                .forEach(items::add);
        return page;
    }
}
