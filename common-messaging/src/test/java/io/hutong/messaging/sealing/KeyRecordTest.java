package io.hutong.messaging.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRecordTest {
    private static final String KID = "registration:019ab3c0-0000-7000-8000-00000000a001:PERSON_REF_TAX";
    private static final KeyRecord KEY = new KeyRecord(KeyId.parse(KID), "tax", new byte[] {1, 2, 3});

    @Test
    void what_was_written_is_read() {
        assertThat(KEY.key()).isEqualTo(KID + "/tax");
        assertThat(KeyRecord.parse(KEY.key(), KEY.value())).isEqualTo(KEY);
        assertThat(new String(KEY.value(), UTF_8))
                .isEqualTo("{\"kid\":\"" + KID
                        + "\",\"recipient\":\"tax\",\"alg\":\"RSA-OAEP-256+A256GCM\",\"wrapped\":\"AQID\"}");
    }

    @Test
    void an_erasure_is_a_record_that_outlasts_compaction_and_a_tombstone_counts_as_one() {
        KeyRecord erased = new KeyRecord(KEY.kid(), "tax", null);
        assertThat(erased.value()).isNotEmpty();
        assertThat(KeyRecord.parse(erased.key(), erased.value())).isEqualTo(erased);
        assertThat(KeyRecord.parse(erased.key(), null)).isEqualTo(erased);
        assertThat(erased.erased()).isTrue();
        assertThat(KEY.erased()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "[]",
                "{\"kid\":\"" + KID + "\",\"recipient\":\"credit\",\"erased\":true}",
                "{\"kid\":\"" + KID + "\",\"recipient\":\"tax\",\"alg\":\"none\",\"wrapped\":\"AQID\"}",
                "{\"kid\":\"" + KID + "\",\"recipient\":\"tax\",\"alg\":\"RSA-OAEP-256+A256GCM\"}",
                "{\"kid\":\"" + KID + "\",\"recipient\":\"tax\",\"alg\":\"RSA-OAEP-256+A256GCM\",\"wrapped\":\"!\"}"
            })
    void anything_else_is_refused(String value) {
        assertThatThrownBy(() -> KeyRecord.parse(KEY.key(), value.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tax", "a:b:c/tax", KID, ":" + KID + "/tax"})
    void a_key_of_another_form_is_refused(String key) {
        assertThatThrownBy(() -> KeyRecord.parse(key, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
