package io.hutong.messaging.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the key files are, and how many unwrapped data keys stay in memory, for how long. */
@ConfigMapping(prefix = "hutong.messaging.keys")
public interface SealingConfig {
    Path directory();

    @WithDefault("20000")
    int cacheSize();

    @WithDefault("10m")
    Duration cacheTimeout();
}
