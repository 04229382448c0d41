package io.hutong.systemtests.faults;

import io.hutong.systemtests.ledger.Finding;
import io.hutong.systemtests.ledger.LedgerCheck;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.FamilyBusiness;
import io.hutong.systemtests.load.Installed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Operator changes at a fixed rate while random processes are killed every few seconds; then the ledger is checked from
 * databases and topics alone. Prints what was counted and exits 1 on any broken promise.
 */
public final class KillRun {
    private static final int BUSINESSES = 240;
    private static final int CLERKS = 48;

    private final KillRunOptions options;
    private final Installed target = new Installed();
    private final Api register = target.register();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger retries = new AtomicInteger();

    private KillRun(KillRunOptions options) {
        this.options = options;
    }

    public static void main(String... arguments) throws InterruptedException, SQLException {
        System.exit(new KillRun(KillRunOptions.parse(arguments)).run() ? 0 : 1);
    }

    private boolean run() throws InterruptedException, SQLException {
        BlockingQueue<FamilyBusiness> free = new LinkedBlockingQueue<>(businesses());
        System.out.printf("seed %d: %d businesses open%n", options.seed(), free.size());
        Kills kills = new Kills(target, options.seed());
        Thread killer = kills.start(options.everySeconds());
        int offered = traffic(free, killer);
        System.out.printf(
                "offered %d, accepted %d, refused %d, repeated tries %d, killed %s%n",
                offered, accepted.size() - BUSINESSES, refused.size(), retries.get(), kills.counts());
        refused.stream().distinct().limit(5).forEach(answer -> System.out.println("  refused: " + answer));
        return verdict();
    }

    private List<FamilyBusiness> businesses() throws InterruptedException {
        int first = (int) (options.seed() % 1000) * 1000;
        List<FamilyBusiness> businesses = new ArrayList<>();
        for (int i = 0; i < BUSINESSES; i++) {
            FamilyBusiness business = new FamilyBusiness(first + i, register);
            note(business.open());
            businesses.add(business);
        }
        return businesses;
    }

    /**
     * Offers changes on schedule; a clerk works on one business at a time and repeats until it has a definite answer. The
     * kills end with the offers, so that every change that was offered can get its answer.
     */
    private int traffic(BlockingQueue<FamilyBusiness> free, Thread killer) throws InterruptedException {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        Semaphore waiting = new Semaphore(10_000);
        long start = System.nanoTime();
        int total = options.rate() * options.seconds();
        for (int i = 0; i < total; i++) {
            long due = start + i * (1_000_000_000L / options.rate());
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            waiting.acquire();
            clerks.execute(() -> {
                passOn(free);
                waiting.release();
            });
        }
        killer.interrupt();
        killer.join();
        System.out.printf("kills end after %d s, accepted until then %d%n", options.seconds(), accepted.size());
        clerks.shutdown();
        if (!clerks.awaitTermination(20, TimeUnit.MINUTES)) {
            throw new IllegalStateException("clients never got their answers");
        }
        return total;
    }

    private void passOn(BlockingQueue<FamilyBusiness> free) {
        try {
            FamilyBusiness business = free.take();
            try {
                note(business.passOn());
            } finally {
                free.add(business);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Api.Answer answer) {
        retries.addAndGet(answer.tries() - 1);
        if (answer.accepted()) {
            accepted.add(FamilyBusiness.changeId(answer.body()));
        } else {
            refused.add(answer.status() + " " + answer.body());
        }
    }

    /** Waits until nothing moves any more, then judges; what is still on its way after that counts as lost. */
    private boolean verdict() throws InterruptedException, SQLException {
        LedgerCheck.Result result = null;
        for (int i = 0; i < 30; i++) {
            Thread.sleep(10_000);
            try {
                result = new LedgerCheck(target.places()).check(accepted);
                if (result.findings().isEmpty()) {
                    break;
                }
            } catch (SQLException | org.apache.kafka.common.KafkaException stillStarting) {
                System.out.println("  waiting: " + stillStarting.getClass().getSimpleName());
            }
        }
        if (result == null) {
            System.out.println("no check was possible");
            return false;
        }
        result.counts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(count -> System.out.printf("  %-32s %8d%n", count.getKey(), count.getValue()));
        result.findings().stream().limit(20).map(Finding::toString).forEach(System.out::println);
        System.out.printf(
                "seed %d: %d findings%n", options.seed(), result.findings().size());
        return result.findings().isEmpty();
    }
}
