package io.hutong.messaging.relay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.embedded.EmbeddedKafka;
import io.hutong.embedded.FreePort;
import io.hutong.embedded.KafkaAccount;
import io.hutong.embedded.KafkaAccounts;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerAccessIT {
    private static final KafkaAccounts ACCOUNTS = KafkaAccounts.with(name -> name + "-password");

    @TempDir
    static Path temporary;

    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start(temporary, FreePort.choose(), ACCOUNTS);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void a_service_starts_with_its_account() {
        assertThatCode(() -> start(broker.port(), ACCOUNTS.named("tax").login()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_wrong_password_ends_the_start_and_the_message_says_where_to_look_and_not_what_it_was() {
        Map<String, String> wrong = new KafkaAccount("tax", "mistyped-password").login();
        assertThatThrownBy(() -> start(broker.port(), wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("refuses this service's account")
                .hasMessageContaining("KAFKA_SASL_JAAS_CONFIG")
                .hasCauseInstanceOf(SaslAuthenticationException.class)
                .hasMessageNotContaining("mistyped");
    }

    @Test
    void no_account_at_all_ends_the_start() {
        Map<String, String> none =
                Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config", "");
        assertThatThrownBy(() -> start(broker.port(), none))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no usable account")
                .hasMessageContaining("KAFKA_SASL_JAAS_CONFIG");
    }

    @Test
    void a_broker_that_is_away_keeps_nobody_from_starting() {
        Map<String, String> wrong = new KafkaAccount("tax", "mistyped-password").login();
        assertThatCode(() -> start(FreePort.choose(), wrong)).doesNotThrowAnyException();
    }

    private static void start(int port, Map<String, String> login) {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("bootstrap.servers", "127.0.0.1:" + port);
        new BrokerAccess(settings, new BrokerState(settings), true).check(new StartupEvent());
    }
}
