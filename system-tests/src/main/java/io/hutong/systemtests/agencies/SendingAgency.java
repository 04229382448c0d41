package io.hutong.systemtests.agencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.load.Api;
import java.util.ArrayList;
import java.util.List;

/** The housing department as its program would work: batches of permits, repeated until there is a definite answer. */
final class SendingAgency {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Api exchange;

    SendingAgency(Api exchange) {
        this.exchange = exchange;
    }

    /** What one batch came to: the events' ids at the exchange, and how many items were refused. */
    record Result(List<String> eventIds, int duplicates, int refused, int tries) {}

    /** Sends permits numbered from {@code first}, spread over the businesses; the number is the event's id. */
    Result send(long seed, int first, int count, List<String> businesses) throws InterruptedException {
        ArrayNode batch = JSON.createArrayNode();
        for (int number = first; number < first + count; number++) {
            batch.add(permit(seed, number, businesses.get(Math.floorMod(number, businesses.size()))));
        }
        Api.Answer answer = exchange.postAs("/events", BATCH, batch);
        if (!answer.accepted()) {
            throw new IllegalStateException("a batch was refused: " + answer.status() + " " + answer.body());
        }
        List<String> eventIds = new ArrayList<>();
        for (JsonNode item : answer.body().path("items")) {
            if (item.hasNonNull("eventId")) {
                eventIds.add(item.path("eventId").asText());
            }
        }
        return new Result(
                eventIds,
                answer.body().path("duplicates").asInt(),
                answer.body().path("refused").asInt(),
                answer.tries());
    }

    private static ObjectNode permit(long seed, int number, String business) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "run-" + seed + "-" + number)
                .put("source", "/agencies/HUD-620702")
                .put("type", "io.hutong.exchange.permit-granted.v1")
                .put("subject", business);
        event.putObject("data")
                .put("permitType", "RENTAL_HOUSING")
                .put("permitNo", "甘住建〔" + seed + "〕" + number + "号")
                .put("department", "HUD")
                .put("validFrom", "2026-11-01");
        return event;
    }
}
