package io.hutong.credit;

import io.hutong.testing.MigrationPromises;

class MigrationIT extends MigrationPromises {
    MigrationIT() {
        super("credit");
    }
}
