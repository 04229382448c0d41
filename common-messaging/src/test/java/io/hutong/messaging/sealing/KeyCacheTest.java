package io.hutong.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyCacheTest {

    @Test
    void the_least_recently_used_key_goes_first() {
        KeyCache cache = new KeyCache(2, Duration.ofMinutes(1));
        SecretKey key = AesGcm.newKey();
        cache.put("a", key);
        cache.put("b", AesGcm.newKey());
        assertThat(cache.find("a")).containsSame(key);
        cache.put("c", AesGcm.newKey());
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).containsSame(key);
        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void a_key_is_forgotten_after_its_time() {
        AtomicLong now = new AtomicLong();
        KeyCache cache = new KeyCache(2, Duration.ofSeconds(10), now::get);
        cache.put("a", AesGcm.newKey());
        now.set(Duration.ofSeconds(10).toNanos());
        assertThat(cache.find("a")).isPresent();
        now.incrementAndGet();
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.size()).isZero();
    }
}
