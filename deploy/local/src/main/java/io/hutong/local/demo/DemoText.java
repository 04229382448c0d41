package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A story for people: one line per event with the milliseconds since the first. */
public final class DemoText {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("REGISTERED", "登记"),
            Map.entry("RECEIVED", "收到"),
            Map.entry("HELD", "暂挂"),
            Map.entry("TAX_DIVERGENT", "两边不一致"),
            Map.entry("ITEM_CLEARED", "事项办结"),
            Map.entry("RELEASED", "解除暂挂"),
            Map.entry("RESTORED", "恢复办理"),
            Map.entry("REFUSED", "不予办理"),
            Map.entry("COMPLETED", "税务已更新"),
            Map.entry("CLEARANCE_REQUESTED", "申请清税"),
            Map.entry("CLEARANCE_HELD", "清税待办"),
            Map.entry("CLEARANCE_ISSUED", "清税证明"),
            Map.entry("CLEARANCE_EXPIRED", "清税证明过期"),
            Map.entry("CONDITIONS_UNMET", "条件未满足"));

    private DemoText() {}

    public static String of(Story story) {
        StringBuilder text = new StringBuilder();
        text.append("  ").append(story.title()).append('\n');
        text.append(String.format(
                Locale.ROOT, "    %s  %s  登记→税务 %d ms%n", story.changeId(), story.state(), story.millis()));
        Instant first = null;
        for (JsonNode entry : story.timeline()) {
            Instant at = Instant.parse(entry.path("at").asText());
            first = first == null ? at : first;
            String what = entry.path("what").asText();
            text.append(String.format(
                    Locale.ROOT,
                    "    %+8d ms  %-4s %-20s %s%n",
                    Duration.between(first, at).toMillis(),
                    entry.path("agency").asText(),
                    what,
                    WORDS.getOrDefault(what, "")));
        }
        return text.toString();
    }
}
