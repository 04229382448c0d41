package io.hutong.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasurementsTest {
    private final Measurements measured = new Measurements("""
            # HELP inbox_lag records behind
            # TYPE inbox_lag gauge
            inbox_lag{inbox="tax-events",} 3.0
            inbox_lag{inbox="credit-events",} 4.0
            inbox_lag_other 100.0
            outbox_pending 12.0
            """);

    @Test
    void a_metric_is_summed_over_its_labels_and_not_over_its_neighbours() {
        assertThat(measured.sum("inbox_lag")).hasValue(7.0);
        assertThat(measured.sum("outbox_pending")).hasValue(12.0);
    }

    @Test
    void what_is_not_measured_is_not_zero() {
        assertThat(measured.sum("inbox_parked")).isEmpty();
    }
}
