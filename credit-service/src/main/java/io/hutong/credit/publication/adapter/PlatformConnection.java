package io.hutong.credit.publication.adapter;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How one platform is reached. */
interface PlatformConnection {
    /** Orders are posted to {@code notices} below it, what is shown is read from {@code shown}. */
    Optional<URI> url();

    /** For a platform that takes files: orders are written to {@code out}, answers read from {@code in}. */
    Optional<Path> folder();

    /** For a platform behind an address that asks who calls: what it wants to read in the header {@code Authorization}. */
    Optional<String> authorization();

    /** The code in an answer that means: taken. */
    @WithDefault("1")
    String takenCode();

    @WithDefault("5s")
    Duration timeout();
}
