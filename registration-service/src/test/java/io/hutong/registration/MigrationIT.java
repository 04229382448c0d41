package io.hutong.registration;

import io.hutong.testing.MigrationPromises;

class MigrationIT extends MigrationPromises {
    MigrationIT() {
        super("registration");
    }
}
