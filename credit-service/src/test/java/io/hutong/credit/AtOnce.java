package io.hutong.credit;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people who do something in the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** The status of each answer, the lower first. */
    static List<Integer> statuses(Callable<Response> one, Callable<Response> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Integer> found = new ArrayList<>();
            for (Future<Response> answer : two.invokeAll(List.of(one, other))) {
                found.add(answer.get().statusCode());
            }
            return found.stream().sorted().toList();
        } finally {
            two.shutdownNow();
        }
    }
}
