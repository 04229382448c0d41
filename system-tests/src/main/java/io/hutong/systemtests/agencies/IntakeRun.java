package io.hutong.systemtests.agencies;

import io.hutong.systemtests.faults.Kills;
import io.hutong.systemtests.ledger.Finding;
import io.hutong.systemtests.ledger.IntakeCheck;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.FamilyBusiness;
import io.hutong.systemtests.load.Installed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agency sends events in batches while the exchange, the broker and the database are killed every few seconds; then it is
 * counted, from databases and topics alone, whether every accepted event is there once. Exits 1 on any broken promise.
 */
public final class IntakeRun {
    private static final int BUSINESSES = 50;
    private static final int BATCH = 200;
    private static final int SENDERS = 4;
    private static final List<String> VICTIMS = List.of("exchange-service", "exchange-service", "broker", "database");

    private final long seed;
    private final int events;
    private final int everySeconds;
    private final Installed target = new Installed();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();

    private IntakeRun(long seed, int events, int everySeconds) {
        this.seed = seed;
        this.events = events;
        this.everySeconds = everySeconds;
    }

    /** Arguments: seed, events, seconds between kills. */
    public static void main(String... arguments) throws Exception {
        var run = new IntakeRun(number(arguments, 0, 1), number(arguments, 1, 100_000), number(arguments, 2, 5));
        System.exit(run.run() ? 0 : 1);
    }

    private static int number(String[] arguments, int index, int fallback) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : fallback;
    }

    private boolean run() throws Exception {
        List<String> businesses = businesses();
        System.out.printf("seed %d: %d businesses open, %d events to send%n", seed, businesses.size(), events);
        Kills kills = new Kills(target, seed, VICTIMS);
        Thread killer = kills.start(everySeconds);
        long start = System.nanoTime();
        send(businesses);
        double seconds = (System.nanoTime() - start) / 1e9;
        killer.interrupt();
        killer.join();
        System.out.printf(
                "sent %d in %.0f s (%.0f/s), taken %d, repeated tries %d, told as duplicates %d, refused %d, killed %s%n",
                events,
                seconds,
                events / seconds,
                accepted.size(),
                retries.get(),
                duplicates.get(),
                refused.get(),
                kills.counts());
        boolean there = verdict();
        return there && refused.get() == 0 && accepted.size() == events + BUSINESSES;
    }

    private List<String> businesses() throws InterruptedException {
        int first = (int) (seed % 1000) * 1000 + 500_000;
        Api register = target.register();
        List<String> businesses = new ArrayList<>();
        for (int i = 0; i < BUSINESSES; i++) {
            FamilyBusiness business = new FamilyBusiness(first + i, register);
            business.open();
            businesses.add(business.bizId());
        }
        return businesses;
    }

    private void send(List<String> businesses) throws Exception {
        awaitKnown(businesses);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> batches = new ArrayList<>();
        for (int first = 0; first < events; first += BATCH) {
            int from = first;
            batches.add(senders.submit(() -> {
                note(new SendingAgency(target.exchange("hud"))
                        .send(seed, from, Math.min(BATCH, events - from), businesses));
                return null;
            }));
        }
        for (Future<?> batch : batches) {
            batch.get();
        }
        senders.shutdown();
    }

    /** The exchange follows the register a moment later: one event about each business, until it knows them all. */
    private void awaitKnown(List<String> businesses) throws InterruptedException {
        SendingAgency agency = new SendingAgency(target.exchange("hud"));
        SendingAgency.Result result = agency.send(seed, -BUSINESSES, BUSINESSES, businesses);
        while (result.refused() > 0) {
            Thread.sleep(100);
            result = agency.send(seed, -BUSINESSES, BUSINESSES, businesses);
        }
        accepted.addAll(result.eventIds());
    }

    private void note(SendingAgency.Result result) {
        accepted.addAll(result.eventIds());
        duplicates.addAndGet(result.duplicates());
        refused.addAndGet(result.refused());
        retries.addAndGet(result.tries() - 1);
    }

    /** Waits until nothing moves any more, then judges; what is still on its way after that counts as lost. */
    private boolean verdict() throws InterruptedException {
        IntakeCheck check = new IntakeCheck(target.places(), target.exchangeUrl());
        List<Finding> findings = List.of();
        for (int i = 0; i < 30; i++) {
            Thread.sleep(10_000);
            try {
                findings = check.findings(accepted);
                if (findings.isEmpty()) {
                    System.out.printf("every one of %d accepted events is there once%n", accepted.size());
                    return true;
                }
                System.out.println("  catching up: " + findings.size() + " not as they should be yet");
            } catch (SQLException | org.apache.kafka.common.KafkaException stillStarting) {
                System.out.println("  waiting: " + stillStarting.getClass().getSimpleName());
            }
        }
        System.out.println(findings.size() + " findings");
        findings.stream().limit(20).forEach(finding -> System.out.println("  " + finding));
        return false;
    }
}
