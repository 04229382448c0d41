package io.hutong.systemtests.year;

import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.FamilyBusiness;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A few families whose business is to pass to another member: not while it is listed (C4) or, where it is a year old, its last report
 * is missing (C3); and as soon as neither holds.
 */
final class Families {
    private static final int COUNT = 4;
    private static final int FIRST_NUMBER = 300_000;

    private final Year year;
    private final List<FamilyBusiness> all = new ArrayList<>();

    Families(Year year) {
        this.year = year;
    }

    void open() throws Exception {
        year.figures.step("families open a business in 2025", () -> {
            for (int i = 0; i < COUNT; i++) {
                var family = new FamilyBusiness(FIRST_NUMBER + i, year.register);
                // every second one is older than a year when it applies
                Api.Answer answer = older(i) ? family.open(LocalDate.of(2020, 5, 6)) : family.open();
                if (!answer.accepted()) {
                    throw new IllegalStateException("not opened: " + answer.body());
                }
                all.add(family);
            }
            return COUNT;
        });
    }

    List<String> ids() {
        return all.stream().map(FamilyBusiness::bizId).toList();
    }

    void passOnWhileListed() throws Exception {
        year.figures.step("an operator change of a listed business is refused", () -> {
            for (int i = 0; i < COUNT; i++) {
                Set<String> against = older(i) ? Set.of("C3", "C4") : Set.of("C4");
                Api.Answer answer = all.get(i).passOn();
                var broken = new TreeSet<>(answer.body().path("violations").findValuesAsText("code"));
                if (answer.accepted() || !broken.equals(against)) {
                    year.figures.finding("should be refused by " + against + ": " + answer.body());
                }
            }
            return COUNT;
        });
    }

    private static boolean older(int family) {
        return family % 2 == 0;
    }

    /** After it filed, as soon as the register has heard of it. */
    void passOn() throws Exception {
        year.figures.step("the same is registered after the late report", () -> {
            for (FamilyBusiness family : all) {
                Api.Answer answer = family.passOn();
                if (!answer.accepted()) {
                    year.figures.finding("should pass on: " + answer.body());
                }
            }
            return COUNT;
        });
    }

    void awaitCleared() throws Exception {
        String those = String.join("','", ids());
        year.figures.expectSoon(
                "the register knows the families as listed",
                0,
                Duration.ofSeconds(20),
                () -> year.registered("select count(*) from credit_standing where open_entries <> '[]' and biz_id in ('"
                        + those + "')"));
    }
}
