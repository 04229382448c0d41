package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.embedded.IssuerClient;
import io.hutong.embedded.LocalIssuer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {
    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void prepare() {
        Ports ports = Ports.resolve(Map.of(), Map.of(), folder.resolve("absent"));
        installation = new Installation(folder, folder.resolve("home"), folder, ports);
    }

    @Test
    void secrets_are_made_once_and_only_their_owner_can_read_them() throws IOException {
        installation.prepare();
        String first = Secrets.prepare(installation).value("database.tax");
        assertThat(first).hasSizeGreaterThan(30);
        assertThat(Secrets.prepare(installation).value("database.tax")).isEqualTo(first);
        assertThat(Secrets.read(installation).value("database.registration")).isNotEqualTo(first);
        assertThat(permissions(installation.secrets())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(installation.secrets())) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allMatch(file -> permissions(file).equals("rw-------"));
        }
    }

    @Test
    void each_client_of_the_issuer_has_its_agency_and_role() throws IOException {
        installation.prepare();
        Secrets secrets = Secrets.prepare(installation);
        List<IssuerClient> clients = LocalIssuer.clientsIn(secrets.clientsFile());
        assertThat(clients)
                .extracting(client -> client.clientId() + " " + client.agency() + " " + client.roles())
                .containsExactly(
                        "amr AMR [registrar]",
                        "credit AMR [credit-officer]",
                        "portal AMR [report-filer]",
                        "tax TAX [tax-officer]",
                        "operator JCO [flow-operator]",
                        "gda GDA [exchange-admin]",
                        "town TOWN-620702102 [event-sender]",
                        "hrss HRSS-620702 [event-sender]",
                        "vet VET-620702 [event-sender]",
                        "hud HUD-620702 [event-sender]",
                        "bank FI-620702-BANK [event-sender]",
                        "gua GUA-620702 [event-sender]",
                        "bank-a FI-620702-BANKA [bank]",
                        "bank-b FI-620702-BANKB [bank]",
                        "xcn XCN [credit-platform]",
                        "registration-service AMR [service]",
                        "tax-sync-service TAX [service]",
                        "exchange-service GDA [service]",
                        "credit-service AMR [service]");
    }

    @Test
    void people_find_their_login_at_the_broker_in_files_for_both_kinds_of_tools() throws IOException {
        installation.prepare();
        String password = Secrets.prepare(installation).value("kafka.reader");
        Properties java = properties("kafka-reader.properties");
        assertThat(java)
                .containsEntry("bootstrap.servers", "127.0.0.1:18192")
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(java.getProperty("sasl.jaas.config")).contains("username=\"reader\" password=\"" + password + "\"");
        assertThat(properties("kafka-reader.conf"))
                .containsEntry("sasl.username", "reader")
                .containsEntry("sasl.password", password)
                .doesNotContainKey("sasl.jaas.config");
        assertThat(properties("kafka-admin.conf")).containsEntry("sasl.username", "admin");
    }

    @Test
    void before_the_first_start_the_user_is_told_to_start() {
        Secrets nothing = Secrets.read(installation);
        assertThatThrownBy(() -> nothing.value("client.amr"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("./hutong up");
    }

    private Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(installation.secrets().resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
