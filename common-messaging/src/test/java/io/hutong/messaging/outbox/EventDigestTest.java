package io.hutong.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.identity.BizId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventDigestTest {
    private static final Map<String, String> HEADERS = Map.of("ce_id", "1", "ce_source", "/tax");

    @Test
    void the_digest_is_the_documented_one() {
        // printf 'ce_id:1\nce_source:/tax\n%s' "$(printf body | sha256sum | cut -c1-64)" | sha256sum
        assertThat(EventDigest.hex(EventDigest.of(HEADERS, "body".getBytes(UTF_8))))
                .isEqualTo("9b7604945147b8fbf55c0582b72fd88f25873280523aac7df295a5bbc549320e");
    }

    @Test
    void order_of_headers_transport_and_tracing_do_not_count() {
        Map<String, String> other = new LinkedHashMap<>();
        other.put("ce_source", "/tax");
        other.put("traceparent", "00-1");
        other.put("ce_traceparent", "00-2");
        other.put("content-type", "application/json");
        other.put("ce_id", "1");
        assertThat(digest(other, "body")).isEqualTo(digest(HEADERS, "body"));
    }

    @Test
    void every_attribute_and_the_body_count() {
        assertThat(digest(Map.of("ce_id", "2", "ce_source", "/tax"), "body")).isNotEqualTo(digest(HEADERS, "body"));
        assertThat(digest(HEADERS, "Body")).isNotEqualTo(digest(HEADERS, "body"));
    }

    @Test
    void lanes_are_stable_and_even() {
        assertThat(Lanes.of(BizId.of("0197a3c0-0000-7000-8000-00000000002a"))).isEqualTo(13);
        Random random = new Random(3);
        int[] counts = new int[Lanes.EVENTS];
        for (int i = 0; i < 16_000; i++) {
            counts[Lanes.of(new BizId(new UUID(random.nextLong(), random.nextLong())))]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 850 && count < 1_150);
    }

    private static String digest(Map<String, String> headers, String body) {
        return String.valueOf(EventDigest.hex(EventDigest.of(headers, body.getBytes(UTF_8))));
    }
}
