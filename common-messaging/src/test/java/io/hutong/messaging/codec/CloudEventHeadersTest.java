package io.hutong.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.messaging.Envelope;
import io.hutong.messaging.NotACloudEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CloudEventHeadersTest {
    private static final Envelope ENVELOPE = GoldenEvents.envelope("io.hutong.tax.change-held.v1");
    private static final Set<String> OPTIONAL =
            Set.of("ce_prevdigest", "ce_causationid", "ce_rulesetid", "ce_traceparent");

    @Test
    void all_headers_of_the_contract_are_written_and_read_back() {
        Map<String, String> headers = CloudEventHeaders.write(ENVELOPE);
        assertThat(headers)
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "019ab3c0-0000-7000-8000-000000000001")
                .containsEntry("ce_source", "/tax")
                .containsEntry("ce_type", "io.hutong.tax.change-held.v1")
                .containsEntry("ce_subject", "019ab3c0-0000-7000-8000-00000000b001")
                .containsEntry("ce_partitionkey", "019ab3c0-0000-7000-8000-00000000b001")
                .containsEntry("ce_time", "2026-11-24T07:20:00.123456Z")
                .containsEntry("ce_dataschema", "urn:hutong:schema:io.hutong.tax.change-held.v1")
                .containsEntry("ce_streamepoch", "1")
                .containsEntry("ce_streamversion", "7")
                .containsEntry("ce_prevdigest", "0123456789abcdef".repeat(4))
                .containsEntry("ce_effectiveat", "2026-11-24")
                .containsEntry("ce_correlationid", "019ab3c0-0000-7000-8000-00000000c0de")
                .containsEntry("ce_causationid", "019ab3c0-0000-7000-8000-000000000000")
                .containsEntry("ce_divcode", "620702")
                .containsEntry("ce_rulesetid", "tax-gate/3")
                .containsEntry("ce_traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .hasSize(18);
        assertThat(CloudEventHeaders.read(headers)).isEqualTo(ENVELOPE);
    }

    static Stream<String> required() {
        return CloudEventHeaders.write(ENVELOPE).keySet().stream().filter(name -> !OPTIONAL.contains(name));
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_record_without_a_required_header_is_no_cloud_event(String name) {
        Map<String, String> headers = new HashMap<>(CloudEventHeaders.write(ENVELOPE));
        headers.remove(name);
        assertThatThrownBy(() -> CloudEventHeaders.read(headers))
                .isInstanceOf(NotACloudEvent.class)
                .hasMessageContaining(name);
    }

    @Test
    void optional_headers_may_be_absent() {
        Map<String, String> headers = new HashMap<>(CloudEventHeaders.write(ENVELOPE));
        headers.keySet().removeAll(OPTIONAL);
        Envelope read = CloudEventHeaders.read(headers);
        assertThat(read.prevDigest()).isNull();
        assertThat(read.traceParent()).isNull();
        assertThat(read.context().causationId()).isNull();
        assertThat(read.context().ruleSetId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "content-type, text/plain",
        "ce_id, canary",
        "ce_source, ' '",
        "ce_subject, canary",
        "ce_partitionkey, 019ab3c0-0000-7000-8000-00000000b002",
        "ce_time, canary",
        "ce_time, 2026-11-24",
        "ce_dataschema, 'canary canary'",
        "ce_streamepoch, 0",
        "ce_streamepoch, 4294967296",
        "ce_streamversion, 0",
        "ce_streamversion, -1",
        "ce_streamversion, 1.5",
        "ce_prevdigest, canary",
        "ce_effectiveat, 2026-02-30",
        "ce_correlationid, canary",
        "ce_causationid, canary"
    })
    void a_header_with_an_impossible_value_is_refused_and_not_quoted(String name, String value) {
        Map<String, String> headers = new HashMap<>(CloudEventHeaders.write(ENVELOPE));
        headers.put(name, value);
        assertThatThrownBy(() -> CloudEventHeaders.read(headers))
                .isInstanceOf(NotACloudEvent.class)
                .hasNoCause()
                .hasMessageContaining(name)
                .hasMessageNotContaining("canary");
    }

    @Test
    void a_charset_beside_the_content_type_and_headers_of_others_do_no_harm() {
        Map<String, String> headers = new HashMap<>(CloudEventHeaders.write(ENVELOPE));
        headers.put("content-type", "application/JSON; charset=UTF-8");
        headers.put("ce_madelater", "1");
        headers.put("x-other", "1");
        assertThat(CloudEventHeaders.read(headers)).isEqualTo(ENVELOPE);
    }
}
