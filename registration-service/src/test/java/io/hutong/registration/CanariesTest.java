package io.hutong.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanariesTest {
    private final Canaries canaries = new Canaries("金丝雀甲乙丙", "620702190001010013");

    @Test
    void a_secret_is_found_in_every_disguise() {
        for (String around : new String[] {"", "a", "ab", "abc"}) {
            String text = around + "620702190001010013" + around;
            assertThat(canaries.in(text)).isTrue();
            assertThat(canaries.in(Base64.getEncoder().encodeToString(text.getBytes(UTF_8))))
                    .isTrue();
        }
        assertThat(canaries.in("\\u91d1\\u4e1d\\u96c0\\u7532\\u4e59\\u4e19")).isTrue();
        assertThat(canaries.in("%E9%87%91%E4%B8%9D%E9%9B%80%E7%94%B2%E4%B9%99%E4%B8%99"))
                .isTrue();
        assertThat(canaries.in("x金丝雀甲乙丙".getBytes(UTF_8))).isTrue();
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(canaries.in("620702190001010014 金丝雀")).isFalse();
    }
}
