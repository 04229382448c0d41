package io.hutong.credit.agencyrecord.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long other agencies count as heard after their log was last found taken to its end; that is looked at every minute. */
@ConfigMapping(prefix = "hutong.credit.agencies")
interface AgencyConfig {
    @WithDefault("5m")
    Duration heardWithin();
}
