package io.hutong.credit;

/** Stands for another service. */
public final class AnotherService {
    private AnotherService() {}

    public static void call() {
        // Nothing: only the dependency counts.
    }
}
