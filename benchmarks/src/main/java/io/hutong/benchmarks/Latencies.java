package io.hutong.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Exact percentiles of measured times in milliseconds. */
record Latencies(long count, double p50, double p99, double max) {

    static Latencies of(Collection<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? new Latencies(0, 0, 0, 0)
                : new Latencies(sorted.length, at(sorted, 0.50), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(share * sorted.length)) - 1)];
    }
}
