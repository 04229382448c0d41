package io.hutong.exchange.drop.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where agencies without a program of their own put files; without a directory nothing is looked for. */
@ConfigMapping(prefix = "hutong.exchange.drop")
interface DropConfig {
    Optional<Path> directory();

    @WithDefault("5s")
    String lookEvery();

    /** A file that was written to within this time may not be complete. */
    @WithDefault("5s")
    Duration quiet();

    @WithDefault("33554432")
    long maxFileBytes();
}
