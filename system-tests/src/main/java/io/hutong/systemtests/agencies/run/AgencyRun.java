package io.hutong.systemtests.agencies.run;

import io.hutong.systemtests.agencies.Simulator;
import io.hutong.systemtests.agencies.party.Medium;
import io.hutong.systemtests.load.Installed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays every foreign party with every fault against the installation of {@code HUTONG_HOME} and looks at what the services
 * then show: one line a case. Exits 1 on any broken promise.
 */
public final class AgencyRun {
    private AgencyRun() {}

    /** No arguments; the parties' control endpoint takes any free port. */
    public static void main(String... arguments) throws Exception {
        Installed target = new Installed();
        Promises promises = new Promises();
        long start = System.nanoTime();
        try (Simulator simulator = Simulator.start(target, 0, Scene.LOOKS)) {
            Scene scene = new Scene(target, simulator, System.currentTimeMillis() / 1000);
            play(cases(scene, promises));
        }
        System.out.printf("%.0f s, ", (System.nanoTime() - start) / 1e9);
        System.exit(promises.allKept() ? 0 : 1);
    }

    /** One list for each party, whose conduct is one at a time; parties play beside each other. */
    private static List<List<Runnable>> cases(Scene scene, Promises promises) {
        return List.of(
                List.of(
                        new TownshipCases(scene, promises, Medium.HTTP),
                        new TownshipCases(scene, promises, Medium.FILE)),
                stating(scene, promises, "HRSS-620702"),
                stating(scene, promises, "VET-620702"),
                stating(scene, promises, "HUD-620702"),
                List.of(new TaxCoreCases(scene, promises)),
                List.of(new PlatformCases(scene, promises)),
                List.of(
                        new ReceivingCases(scene, promises, "FI-620702-BANK"),
                        new ReceivingCases(scene, promises, "GUA-620702"),
                        new ReceivingCases(scene, promises, "GSX"),
                        new ReceivingCases(scene, promises, "XCN")));
    }

    private static List<Runnable> stating(Scene scene, Promises promises, String party) {
        return List.of(
                new StatingCases(scene, promises, party, Medium.HTTP),
                new StatingCases(scene, promises, party, Medium.FILE));
    }

    private static void play(List<List<Runnable>> parties) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(parties.size());
        List<Future<?>> playing = new ArrayList<>();
        for (List<Runnable> cases : parties) {
            playing.add(threads.submit(() -> cases.forEach(Runnable::run)));
        }
        for (Future<?> party : playing) {
            party.get();
        }
        threads.shutdown();
    }
}
