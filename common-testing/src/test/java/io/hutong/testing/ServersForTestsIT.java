package io.hutong.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServersForTestsIT {

    @Test
    void the_resource_gives_a_fresh_database_to_each_application_and_takes_it_away() throws SQLException {
        HutongTestResource resource = new HutongTestResource();
        resource.init(Map.of("service", "tax", "hutong.some.key", "some value"));
        Map<String, String> first = resource.start();
        TestDatabase foreign = TestDatabase.create(TestServers.running(), "registration");
        try (Connection connection = foreign.connect();
                Statement statement = connection.createStatement()) {
            String other = first.getOrDefault("quarkus.datasource.username", "");
            assertThatThrownBy(() -> statement.execute("create table " + other + ".t(n int)"))
                    .hasMessageContaining("denied");
        }
        assertThat(first)
                .containsEntry("hutong.some.key", "some value")
                .containsEntry("hutong.messaging.service", "tax")
                .doesNotContainKey("service");
        resource.stop();
        foreign.close();
        assertThatThrownBy(() -> foreign.connect().close()).hasMessageContaining("denied");
        Map<String, String> second = resource.start();
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
        resource.stop();
    }

    @Test
    void servers_that_cannot_start_end_their_process_and_say_why(@TempDir Path temporary) throws Exception {
        Path home = Files.createFile(temporary.resolve("a file where the folder should be"));
        Path log = temporary.resolve("servers.log");
        Process process = TestServers.launch(home, "embedded", log);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(log).content().contains("a file where the folder should be");
    }

    @Test
    void tokens_are_to_be_had_for_every_demo_client() {
        for (String client : new String[] {
            "amr", "credit", "portal", "tax", "operator", "registration-service", "tax-sync-service", "credit-service"
        }) {
            assertThat(TestTokens.of(client).split("\\.")).hasSize(3);
        }
        assertThat(TestTokens.expired("amr")).isNotEqualTo(TestTokens.forAudience("amr", "other"));
        assertThat(TestTokens.with("FIN", "registrar", "tax-officer")).contains(".");
    }
}
