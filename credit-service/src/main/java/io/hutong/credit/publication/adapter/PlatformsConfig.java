package io.hutong.credit.publication.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** How the public platforms are reached, by their code. One without address and folder is not connected: its orders wait. */
@ConfigMapping(prefix = "hutong.credit.platforms")
interface PlatformsConfig {
    @WithParentName
    Map<String, PlatformConnection> byCode();
}
