package io.hutong.credit.sharing.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many batches one bank may read at the same time, and how many of its requests to follow businesses may be under way; each
 * keeps a thread as long as it lasts.
 */
@ConfigMapping(prefix = "hutong.credit.batches")
interface BatchConfig {
    @WithDefault("4")
    int ofOneBank();
}
