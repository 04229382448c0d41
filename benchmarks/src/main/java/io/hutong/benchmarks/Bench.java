package io.hutong.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.local.parts.UserMistake;
import io.hutong.systemtests.load.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Accepted changes per second and the time from register to tax at half of that, beside the floor of the database from
 * the same run. Load, services, broker and database share the machine: quote the ratio, not the rate.
 */
public final class Bench {
    private static final int CLERKS = 16;
    private static final int BUSINESSES = 400;

    private final Installed target = new Installed();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        try {
            measure(arguments);
        } catch (UserMistake mistake) {
            // told in its own words: there is nothing to look for in a stack trace
            System.err.println(mistake.getMessage());
            System.exit(1);
        }
    }

    private static void measure(String... arguments) throws Exception {
        Bench bench = new Bench();
        bench.run();
        if (arguments.length > 0) {
            Files.writeString(
                    Path.of(arguments[0]),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(bench.figures));
        }
    }

    private void run() throws SQLException, InterruptedException, ExecutionException, IOException {
        JdbcFloor floor = new JdbcFloor(target.administratorUrl());
        double floorBefore = floor.perSecond(CLERKS, Duration.ofSeconds(10));
        Mix mix = new Mix(target.register(), firstNumber(), BUSINESSES, CLERKS);
        mix.closedLoop(CLERKS, Duration.ofSeconds(30));
        double accepted = mix.closedLoop(CLERKS, Duration.ofSeconds(30));
        List<String> changes = mix.openLoop(accepted / 2, CLERKS * 2, Duration.ofSeconds(40));
        Latencies latencies = settled(changes);
        double floorAfter = floor.perSecond(CLERKS, Duration.ofSeconds(10));
        put("jdbc floor, transactions/s (before, after)", "%.0f, %.0f".formatted(floorBefore, floorAfter));
        put("accepted changes/s, %d clerks".formatted(CLERKS), accepted);
        put("accepted / floor", accepted / ((floorBefore + floorAfter) / 2));
        put("half load, changes/s", accepted / 2);
        put("register to tax p50, ms", latencies.p50());
        put("register to tax p99, ms", latencies.p99());
        put("register to tax max, ms", latencies.max());
        put("changes measured / accepted", latencies.count() + " / " + changes.size());
        put("refused", mix.refused());
    }

    /** Businesses that no run of the last two days on the same data has opened. */
    private static int firstNumber() {
        return (int) (System.currentTimeMillis() / 60_000 % 4_000) * BUSINESSES;
    }

    /** Waits until every change of the run is applied at tax. */
    private Latencies settled(List<String> changes) throws SQLException, IOException, InterruptedException {
        Arrivals arrivals = new Arrivals(target.places());
        List<Double> millis = arrivals.millis(changes);
        for (int i = 0; i < 60 && millis.size() < changes.size(); i++) {
            Thread.sleep(1_000);
            millis = arrivals.millis(changes);
        }
        return Latencies.of(millis);
    }

    private void put(String name, Object value) {
        figures.put(name, value);
        String text = value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
        System.out.printf("  %-46s %s%n", name, text);
    }
}
