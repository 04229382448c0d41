package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.Audience;
import io.hutong.events.PersonIdentity;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.Sql;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.codec.JacksonEventCodec;
import io.hutong.messaging.delivery.DeliveryServers;
import io.hutong.messaging.delivery.Effects;
import io.hutong.messaging.delivery.Register;
import io.hutong.messaging.relay.EventProducer;
import io.hutong.messaging.sealing.KeyRecord;
import io.hutong.messaging.sealing.SealingConfig;
import io.hutong.messaging.sealing.SealingWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The readers here look at what waits once an hour, unless something wakes them. */
@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateKeyIT {
    private static final PersonIdentity OPERATOR =
            new PersonIdentity("王小花", ResidentId.of("11010519491231002X"), null, null);

    @Inject
    OwnReaders readers;

    @Inject
    Effects effects;

    @Inject
    Unsealer unsealer;

    @Inject
    EventProducer producer;

    @Inject
    SealingConfig keys;

    @Inject
    DataSource dataSource;

    private final BizId business = Register.newBusiness();
    private final List<PersonIdentity> opened = new CopyOnWriteArrayList<>();
    private SealingWorld world;
    private OwnReaders.Source source;
    private Register register;

    @BeforeEach
    void aSource() throws Exception {
        world = new SealingWorld(keys.directory(), "registration", "tax");
        source = readers.source("late-key", URI.create("http://127.0.0.1:1"));
        register = readers.register(source, new JacksonEventCodec(world.sealer("registration")));
    }

    @AfterEach
    void end() {
        register.close();
    }

    @Test
    void an_event_waits_for_its_key_with_its_followers_and_goes_on_by_itself_when_the_key_arrives() throws Exception {
        try (OwnReaders.Reader reader = readers.start(source, this::take)) {
            register.sends(List.of(renamed()));
            register.sends(register.states(business, 2));
            soon().untilAsserted(
                            () -> assertThat(effects.parkedBecause(business)).isEqualTo("AWAITING_PREMISE"));
            soon().until(() -> reader.inbox().lag() == 0);
            assertThat(effects.of(business)).isEmpty();

            sendKeys();

            soon().untilAsserted(() -> assertThat(effects.of(business)).containsExactly(1L, 2L, 3L));
            assertThat(opened).containsExactly(OPERATOR);
            assertThat(effects.parkedBecause(business)).isEmpty();
        }
    }

    @Test
    void a_key_that_arrives_while_the_service_is_down_lets_the_event_go_on_after_the_restart() throws Exception {
        try (OwnReaders.Reader reader = readers.start(source, this::take)) {
            register.sends(List.of(renamed()));
            soon().untilAsserted(
                            () -> assertThat(effects.parkedBecause(business)).isEqualTo("AWAITING_PREMISE"));
            soon().until(() -> reader.inbox().lag() == 0);
        }
        sendKeys();

        try (OwnReaders.Reader reader = readers.start(source, this::take)) {
            soon().untilAsserted(() -> assertThat(effects.of(business)).containsExactly(1L));
            assertThat(opened).containsExactly(OPERATOR);
            assertThat(reader.inbox().failures()).isZero();
        }
    }

    @Test
    void a_waiting_stream_that_cannot_even_be_read_keeps_no_other_from_going_on() throws Exception {
        BizId broken = Register.newBusiness();
        try (OwnReaders.Reader reader = readers.start(source, this::take)) {
            register.sends(List.of(renamed(broken)));
            soon().untilAsserted(() -> assertThat(effects.parkedBecause(broken)).isEqualTo("AWAITING_PREMISE"));
            register.sends(List.of(renamed(business)));
            soon().untilAsserted(
                            () -> assertThat(effects.parkedBecause(business)).isEqualTo("AWAITING_PREMISE"));
            soon().until(() -> reader.inbox().lag() == 0);
            breakTheLineOf(broken);

            sendKeys();

            soon().untilAsserted(() -> assertThat(effects.of(business)).containsExactly(1L));
            assertThat(effects.parkedBecause(broken)).isEqualTo("AWAITING_PREMISE");
        }
    }

    /** And lets it be the first to be tried. */
    private void breakTheLineOf(BizId bizId) {
        update("update parked_event set headers = '{}' where biz_id = ?", bizId);
        update("update parked_stream set last_attempt_at = '2026-01-01' where biz_id = ?", bizId);
    }

    private void update(String sql, BizId bizId) {
        Sql.call(dataSource, "break a line", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, bizId.value());
                return update.executeUpdate();
            }
        });
    }

    private Register.Stated renamed() {
        return renamed(business);
    }

    private Register.Stated renamed(BizId bizId) {
        OperatorTenureId tenure = OperatorTenureId.of(UUID.randomUUID().toString());
        return register.state(
                bizId,
                1,
                new RegistrationEvent.OperatorRenamed(
                        new ChangeId(UUID.randomUUID()),
                        UnifiedSocialCreditCode.of("92620702PDY000028N"),
                        tenure,
                        "王小华",
                        "王小花",
                        Sealed.under(tenure, Audience.OPERATOR_IDENTITY, OPERATOR)));
    }

    private void sendKeys() throws Exception {
        for (KeyRecord key : world.keys("registration").records) {
            producer.send(source.keys(), key.key(), key.value(), Map.of()).get();
        }
    }

    private void take(ReceivedEvent received) {
        effects.write(received.envelope());
        if (received.event() instanceof RegistrationEvent.OperatorRenamed renamed) {
            opened.add(unsealer.open(renamed.operator(), PersonIdentity.class));
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
