package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.Simulator;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.FamilyBusiness;
import io.hutong.systemtests.load.Installed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The running installation, the parties around it, and the clerk at the counter. */
final class Scene {
    /** How often parties look for questions. */
    static final Duration LOOKS = Duration.ofMillis(200);

    private static final String TOWNSHIP = "620702102200";
    private static final int FIRST_NUMBER = 1_000_000;
    private static final int NUMBERS = 700_000;
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Installed target;
    private final Simulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger next;

    /** @param seed distinguishes the businesses of this run from those of others on the same installation */
    Scene(Installed target, Simulator simulator, long seed) {
        this.target = target;
        this.simulator = simulator;
        this.next = new AtomicInteger(FIRST_NUMBER + (int) Math.floorMod(seed, NUMBERS));
    }

    Installed target() {
        return target;
    }

    Simulator simulator() {
        return simulator;
    }

    Api register() {
        return target.register();
    }

    /** A family's business in the township, as the register has just opened it. */
    FamilyBusiness open() throws InterruptedException {
        FamilyBusiness business = new FamilyBusiness(next.getAndIncrement(), register(), TOWNSHIP);
        Api.Answer opened = business.open();
        Promises.same("the opening", 201, opened.status());
        return business;
    }

    /** A number that no other business of this run has. */
    int number() {
        return next.getAndIncrement();
    }

    /** Sets a party's conduct as anybody would: over the control endpoint. */
    void behave(String party, Conduct conduct) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(control(party, "conduct"))
                .PUT(BodyPublishers.ofString(conduct.toJson().toString()))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        Promises.same("the control endpoint's answer " + answer.body(), 200, answer.statusCode());
    }

    URI control(String party, String what) {
        return simulator.url().resolve("/parties/" + party + "/" + what);
    }

    /** What a party did about something while it behaved like that, as soon as it did. */
    Deed deed(String party, String about, Conduct conduct) throws Exception {
        return await(
                        party + " does something about " + about,
                        () -> deeds(party, about, conduct),
                        deeds -> !deeds.isEmpty())
                .get(0);
    }

    List<Deed> deeds(String party, String about, Conduct conduct) {
        return simulator.actor(party).deeds().stream()
                .filter(deed -> deed.about().equals(about))
                .filter(deed -> deed.conduct().equals(conduct))
                .toList();
    }

    /** Looks until it is as expected; the last sight is told if it never is. */
    static <T> T await(String what, Callable<T> sight, Predicate<T> expected) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = sight.call();
        while (!expected.test(seen)) {
            if (System.nanoTime() > end) {
                throw new Promises.Broken(what + ": not within " + PATIENCE.toSeconds() + " s, last seen " + seen);
            }
            Thread.sleep(LOOK.toMillis());
            seen = sight.call();
        }
        return seen;
    }

    /** The body of a good answer. */
    static JsonNode good(Api.Answer answer) {
        if (!answer.accepted()) {
            throw new Promises.Broken(answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
