package io.hutong.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_held_change_tells_when_it_was_registered_held_released_and_applied() throws Exception {
        JsonNode json = story("""
                {"changeId":"c1","state":"FINISHED","registeredAt":"2026-11-24T08:00:00.000Z","timeline":[
                 {"at":"2026-11-24T08:00:00.000Z","agency":"AMR","what":"REGISTERED"},
                 {"at":"2026-11-24T08:00:00.020Z","agency":"TAX","what":"RECEIVED"},
                 {"at":"2026-11-24T08:00:00.030Z","agency":"TAX","what":"HELD"},
                 {"at":"2026-11-24T08:00:00.030Z","agency":"AMR","what":"TAX_DIVERGENT"},
                 {"at":"2026-11-24T08:00:01.000Z","agency":"TAX","what":"RELEASED"},
                 {"at":"2026-11-24T08:00:01.007Z","agency":"TAX","what":"COMPLETED"}]}
                """).toJson(JSON);
        assertThat(json.get("heldAt").asText()).isEqualTo("2026-11-24T08:00:00.030Z");
        assertThat(json.get("releasedAt").asText()).isEqualTo("2026-11-24T08:00:01Z");
        assertThat(json.get("appliedAt").asText()).isEqualTo("2026-11-24T08:00:01.007Z");
        assertThat(json.get("millis").asLong()).isEqualTo(1007);
        assertThat(json.get("timeline")).hasSize(6);
    }

    @Test
    void an_immediate_change_was_never_held() throws Exception {
        Story story = story("""
                {"changeId":"c2","state":"FINISHED","timeline":[
                 {"at":"2026-11-24T08:00:00.000Z","agency":"AMR","what":"REGISTERED"},
                 {"at":"2026-11-24T08:00:00.041Z","agency":"TAX","what":"COMPLETED"}]}
                """);
        assertThat(story.toJson(JSON).get("heldAt").isNull()).isTrue();
        assertThat(story.toJson(JSON).get("releasedAt").isNull()).isTrue();
        assertThat(story.millis()).isEqualTo(41);
        assertThat(DemoText.of(story)).contains("+41 ms  TAX  COMPLETED").contains("税务已更新");
    }

    private static Story story(String view) throws Exception {
        return new Story("held", "held", JSON.readTree(view));
    }
}
