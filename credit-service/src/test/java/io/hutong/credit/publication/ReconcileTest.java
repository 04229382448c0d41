package io.hutong.credit.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemType;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Without any platform connected. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileTest {
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    @Test
    void a_platform_of_the_rules_that_is_not_connected_is_told_from_one_that_does_not_exist() {
        assertThat(refused("GSX")).isEqualTo(CreditProblems.PLATFORM_NOT_CONNECTED);
        assertThat(refused("XCN")).isEqualTo(CreditProblems.PLATFORM_NOT_CONNECTED);
        assertThat(refused("NOBODY")).isEqualTo(CommonProblems.NOT_FOUND);
    }

    private static ProblemType refused(String code) {
        var time = new CreditTime(Clock.fixed(NOW, ZoneOffset.UTC), UUID::randomUUID);
        Publications publications = untouched(Publications.class);
        Reconciliations runs = untouched(Reconciliations.class);
        var reconcile = new Reconcile(
                Map::of,
                runs,
                publications,
                new ComparePage(publications, runs, time),
                PublicationRules.bundled(),
                time);
        return catchThrowableOfType(Problem.class, () -> reconcile.begin(code, "0017"))
                .type();
    }

    private static <T> T untouched(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                }));
    }
}
