package io.hutong.benchmarks;

import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.FamilyBusiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Changes of name, premises, scope and operator (within the family), one of each in turn, over many businesses. */
final class Mix {
    private final BlockingQueue<FamilyBusiness> free = new LinkedBlockingQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** Opens the businesses, so many at a time. */
    Mix(Api register, int firstNumber, int businesses, int clerks) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(clerks);
        for (int i = 0; i < businesses; i++) {
            FamilyBusiness business = new FamilyBusiness(firstNumber + i, register);
            pool.execute(() -> {
                try {
                    if (business.open().accepted()) {
                        free.add(business);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        end(pool);
        if (free.size() < businesses) {
            throw new IllegalStateException("only " + free.size() + " businesses could be opened");
        }
    }

    /** As fast as these clerks can: accepted changes per second. */
    double closedLoop(int clerks, Duration time) throws InterruptedException {
        accepted.clear();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(clerks);
        for (int i = 0; i < clerks; i++) {
            pool.execute(() -> {
                while (System.nanoTime() < end) {
                    change();
                }
            });
        }
        end(pool);
        return accepted.size() * 1e9 / (System.nanoTime() - start);
    }

    /** At a fixed rate whatever the answers take; gives the ids of the accepted changes. */
    List<String> openLoop(double perSecond, int clerks, Duration time) throws InterruptedException {
        accepted.clear();
        ExecutorService pool = Executors.newFixedThreadPool(clerks);
        long start = System.nanoTime();
        long total = Math.round(perSecond * time.toSeconds());
        for (long i = 0; i < total; i++) {
            TimeUnit.NANOSECONDS.sleep(start + Math.round(i * 1e9 / perSecond) - System.nanoTime());
            pool.execute(this::change);
        }
        end(pool);
        return new ArrayList<>(accepted);
    }

    int refused() {
        return refused.get();
    }

    private void change() {
        try {
            FamilyBusiness business = free.take();
            try {
                Api.Answer answer = switch (turn.getAndIncrement() % 4) {
                    case 0 -> business.rename();
                    case 1 -> business.move();
                    case 2 -> business.widen();
                    default -> business.passOn();
                };
                if (answer.accepted()) {
                    accepted.add(FamilyBusiness.changeId(answer.body()));
                } else {
                    refused.incrementAndGet();
                }
            } finally {
                free.add(business);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(15, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the changes never ended");
        }
    }
}
