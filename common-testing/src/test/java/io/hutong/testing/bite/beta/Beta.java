package io.hutong.testing.bite.beta;

import io.hutong.testing.bite.alpha.Alpha;

/** Another feature, in a cycle with the first. */
public final class Beta {
    private final Alpha alpha;

    public Beta(Alpha alpha) {
        this.alpha = alpha;
    }

    public Alpha alpha() {
        return alpha;
    }
}
