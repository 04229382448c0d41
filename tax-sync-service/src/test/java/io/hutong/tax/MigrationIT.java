package io.hutong.tax;

import io.hutong.testing.MigrationPromises;

class MigrationIT extends MigrationPromises {
    MigrationIT() {
        super("tax");
    }
}
