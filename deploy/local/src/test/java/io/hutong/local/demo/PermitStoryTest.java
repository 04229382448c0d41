package io.hutong.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermitStoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_permit_tells_when_it_was_taken_and_how_long_until_the_register_had_it() throws Exception {
        JsonNode event = JSON.readTree("""
                {"eventId":"e1","bizId":"b1","acceptedAt":"2026-11-24T08:00:00Z","settlements":[
                 {"service":"credit","outcome":"REFUSED","at":"2026-11-24T08:00:09Z","millis":9000},
                 {"service":"registration","outcome":"APPLIED","at":"2026-11-24T08:00:00.040Z","millis":40}]}
                """);
        JsonNode business = JSON.readTree("{\"permits\":[{\"permitType\":\"FOOD\",\"permitNo\":\"1号\"}]}");
        var story = new PermitStory(event, business);
        assertThat(PermitStory.settled(event)).isTrue();
        assertThat(story.millis()).isEqualTo(40);
        assertThat(story.text()).contains("APPLIED").contains("40 ms").contains("FOOD 1号");
        assertThat(story.toJson(JSON).path("permits")).hasSize(1);
        assertThat(story.toJson(JSON).path("state").asText()).isEqualTo("APPLIED");
    }

    @Test
    void before_the_register_answers_it_is_not_settled() throws Exception {
        assertThat(PermitStory.settled(JSON.readTree("{\"eventId\":\"e1\",\"settlements\":[]}")))
                .isFalse();
    }
}
