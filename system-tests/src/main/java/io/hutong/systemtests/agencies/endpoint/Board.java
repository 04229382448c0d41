package io.hutong.systemtests.agencies.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** What a public platform shows: of the notices that were posted to it, the newest version of each, if it says to show. */
final class Board {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1000;

    private final Map<String, JsonNode> newest = new TreeMap<>();

    static Board of(Inbox inbox) throws JsonProcessingException {
        Board board = new Board();
        for (Received received : inbox.all()) {
            for (JsonNode notice : JSON.readTree(received.body()).path("notices")) {
                board.newest.merge(notice.path("noticeId").asText(), notice, Board::newer);
            }
        }
        return board;
    }

    private static JsonNode newer(JsonNode before, JsonNode now) {
        return now.path("version").asInt() > before.path("version").asInt() ? now : before;
    }

    /** As the platform tells it, behind that notice. */
    ObjectNode shown(String after, int limit) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        newest.values().stream()
                .filter(notice -> notice.path("show").asBoolean()
                        && notice.path("noticeId").asText().compareTo(after) > 0)
                .limit(Math.min(limit, LARGEST))
                .forEach(items::add);
        return page;
    }
}
