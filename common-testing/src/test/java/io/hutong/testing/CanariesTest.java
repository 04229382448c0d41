package io.hutong.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanariesTest {
    private final Canaries canaries = new Canaries("金丝雀甲乙丙", "620702190001010013");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void a_secret_is_found_wherever_it_stands_in_a_text_and_in_its_base64(String around) {
        for (String secret : new String[] {"620702190001010013", "金丝雀甲乙丙"}) {
            byte[] text = (around + secret + around).getBytes(UTF_8);
            assertThat(canaries.in(text)).isTrue();
            assertThat(canaries.in(Base64.getEncoder().encodeToString(text))).isTrue();
            assertThat(canaries.in(Base64.getUrlEncoder().withoutPadding().encodeToString(text)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u91d1\\u4e1d\\u96c0\\u7532\\u4e59\\u4e19",
                "\\u91D1\\u4E1D\\u96C0\\u7532\\u4E59\\u4E19",
                "%E9%87%91%E4%B8%9D%E9%9B%80%E7%94%B2%E4%B9%99%E4%B8%99",
                "%e9%87%91%e4%b8%9d%e9%9b%80%e7%94%b2%e4%b9%99%e4%b8%99",
                "e98791e4b89de99b80e794b2e4b999e4b899",
                "0xE98791E4B89DE99B80E794B2E4B999E4B899",
                "\\u0036\\u0032\\u0030\\u0037\\u0030\\u0032\\u0031\\u0039\\u0030\\u0030\\u0030\\u0031\\u0030\\u0031\\u0030"
                        + "\\u0030\\u0031\\u0033",
                "363230373032313930303031303130303133"
            })
    void a_secret_is_found_in_every_disguise(String disguised) {
        assertThat(canaries.in("<" + disguised + ">")).isTrue();
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(canaries.in("620702190001010014 金丝雀 %E9%87%91 e98791")).isFalse();
    }
}
