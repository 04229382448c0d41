package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.messaging.AwaitingPremise;
import io.hutong.messaging.DeliveryFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {

    static Stream<Throwable> surroundings() {
        return Stream.of(
                new SQLException("deadlock", "40001", 1213),
                new SQLException("lock wait", "HY000", 1205),
                new SQLException("read-only", "HY000", 1290),
                new SQLException("disk full", "HY000", 1114),
                new SQLException("gone", "08S01", 0),
                new SQLException("acquisition timeout without a state"),
                new SQLTransientConnectionException(),
                new IOException("refused"),
                new InterruptedException("stopping"),
                new InfrastructureFailure("source", new IOException()),
                new IllegalStateException("ARJUNA016102: The transaction is not active!"));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void failures_of_the_surroundings_are_told_however_deep_they_lie(Throwable failure) {
        assertThat(Failures.isInfrastructure(failure)).isTrue();
        assertThat(Failures.isInfrastructure(new IllegalArgumentException(new RuntimeException(failure))))
                .isTrue();
        RuntimeException carrier = new RuntimeException();
        carrier.addSuppressed(failure);
        assertThat(Failures.isInfrastructure(carrier)).isTrue();
    }

    static Stream<Throwable> events() {
        return Stream.of(
                new IllegalArgumentException("x"),
                new NullPointerException(),
                new SQLIntegrityConstraintViolationException("dup", "23000", 1062),
                new SQLException("data too long", "22001", 1406),
                new AwaitingPremise("x"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void failures_of_an_event_are_its_own(Throwable failure) {
        assertThat(Failures.isInfrastructure(failure)).isFalse();
    }

    @Test
    void the_end_of_a_transaction_alone_says_nothing_of_the_database() {
        assertThat(Failures.isOfOthers(new IllegalStateException("ARJUNA016102: The transaction is not active!")))
                .isFalse();
        assertThat(Failures.isOfOthers(new DeliveryFailure("write", new SQLException("rolled back"))))
                .isFalse();
        assertThat(Failures.isOfOthers(new DeliveryFailure("write", new SQLException("lock wait", "HY000", 1205))))
                .isTrue();
        assertThat(Failures.isOfOthers(new IllegalStateException("ARJUNA016102", new IOException("refused"))))
                .isTrue();
    }

    @Test
    void a_premise_is_found_under_wrappers() {
        assertThat(Failures.premise(new RuntimeException(new AwaitingPremise("key"))))
                .isPresent();
        assertThat(Failures.premise(new RuntimeException("key"))).isEmpty();
    }

    @Test
    void a_description_names_classes_and_places_and_never_what_a_foreign_message_says() {
        String description = Failures.describe(
                new IllegalStateException("operator 张三", new IllegalArgumentException("110105194912310021")));
        assertThat(description)
                .startsWith("IllegalStateException at FailuresTest.")
                .contains("<- IllegalArgumentException")
                .doesNotContain("张三")
                .doesNotContain("1101");
    }
}
