package io.hutong.exchange;

import io.hutong.testing.MigrationPromises;

class MigrationIT extends MigrationPromises {
    MigrationIT() {
        super("exchange");
    }
}
