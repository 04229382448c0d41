package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.embedded.FreePort;
import io.hutong.identity.BizId;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.delivery.DeliveryServers;
import io.hutong.messaging.delivery.Effects;
import io.hutong.messaging.delivery.Register;
import io.hutong.messaging.outbox.StreamPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledSourceIT {
    private static final List<Long> ALL = List.of(1L, 2L, 3L, 4L, 5L, 6L);

    @Inject
    OwnReaders readers;

    @Inject
    Effects effects;

    @TempDir
    Path directory;

    private final BizId business = Register.newBusiness();
    private int port;
    private OwnReaders.Source source;
    private Register register;
    private OwnReaders.Reader reader;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        port = FreePort.choose();
        source = readers.source("killed-source", URI.create("http://127.0.0.1:" + port));
        register = readers.register(source);
        List<Register.Stated> stated = register.states(business, 6);
        List<StreamPage.Event> missing = stated.subList(1, 5).stream()
                .map(one -> new StreamPage.Event(one.position(), one.headers(), one.body()))
                .toList();
        Files.write(
                directory.resolve(business.value()),
                new ObjectMapper()
                        .writeValueAsBytes(new StreamPage(stated.get(5).place(), missing)));
        process = SlowSource.start(port, directory, true);
        soon().until(() -> Files.exists(directory.resolve(SlowSource.READY)));
        register.sends(List.of(stated.get(0), stated.get(5)));
        reader = readers.start(source, this::take);
        soon().until(() -> Files.exists(directory.resolve(SlowSource.STALLED)));
        assertThat(reader.inbox().failures()).isZero();
    }

    @AfterEach
    void end() throws Exception {
        reader.close();
        register.close();
        process.destroyForcibly().waitFor();
    }

    @Test
    void a_gap_is_filled_completely_after_its_source_was_killed_in_the_middle_of_the_answer() throws Exception {
        process.destroyForcibly().waitFor();
        soon().until(() -> reader.inbox().failures() > 0);
        assertThat(effects.parked(source.path())).isZero();

        process = SlowSource.start(port, directory, false);

        soon().untilAsserted(() -> assertThat(effects.of(business)).isEqualTo(ALL));
        soon().until(() -> reader.inbox().failures() == 0);
        assertThat(effects.of(business)).isEqualTo(ALL);
        assertThat(effects.parked(source.path())).isZero();
    }

    @Test
    void a_source_that_falls_silent_in_the_middle_of_an_answer_is_given_up_and_asked_again() throws Exception {
        soon().until(() -> reader.inbox().failures() > 0);
        assertThat(effects.parked(source.path())).isZero();

        process.destroyForcibly().waitFor();
        process = SlowSource.start(port, directory, false);

        soon().untilAsserted(() -> assertThat(effects.of(business)).isEqualTo(ALL));
    }

    private void take(ReceivedEvent received) {
        effects.write(received.envelope());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
