package io.hutong.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeFileTest {
    private static final Set<String> TOP =
            Set.of("name", "services", "networks", "volumes", "x-service", "x-service-limits");
    private static final Set<String> OF_A_SERVICE = Set.of(
            "image",
            "build",
            "restart",
            "user",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt",
            "networks",
            "depends_on",
            "command",
            "entrypoint",
            "environment",
            "volumes",
            "ports",
            "healthcheck",
            "deploy");
    private static final Set<String> JOBS = Set.of("topics");
    private static final Pattern TOPIC = Pattern.compile(
            "topic (\\S+) --partitions (\\d+) --config cleanup\\.policy=(\\S+)(?: --config retention\\.ms=(\\d+))?");

    private static final Pattern RIGHT = Pattern.compile("(?m)^(writes|reads) (\\S+) (\\S+)$");
    private static final Pattern GROUPS = Pattern.compile("(?m)^groups (\\S+)$");

    private final JsonNode compose = load();

    /** With anchors and merge keys resolved, as Compose does; a key given twice is an error. */
    private static JsonNode load() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object tree = new Yaml(new SafeConstructor(options)).load(Repository.text("deploy/compose.yaml"));
        return Repository.STRICT.valueToTree(tree);
    }

    @Test
    void only_known_keys_are_used() {
        assertThat(fields(compose)).isSubsetOf(TOP);
        services()
                .forEach((name, service) -> assertThat(fields(service)).as(name).isSubsetOf(OF_A_SERVICE));
    }

    @Test
    void the_services_are_those_of_the_build() {
        var own = new TreeSet<String>();
        services().forEach((name, service) -> {
            if (service.path("image").asText().startsWith("hutong/")) {
                own.add(name);
                assertThat(service.path("image").asText()).isEqualTo("hutong/" + name + ":" + Images.version());
                assertThat(service.path("build").path("args").path("SERVICE").asText())
                        .isEqualTo(name);
            }
        });
        assertThat(own).isEqualTo(Repository.services());
    }

    @Test
    void images_have_a_version_and_no_registry() {
        services()
                .forEach((name, service) -> assertThat(service.path("image").asText())
                        .as(name)
                        .matches("([a-z]+/)?[a-z-]+:\\d+(\\.\\d+)+"));
    }

    @Test
    void every_service_is_limited_and_tells_its_health() {
        services().forEach((name, service) -> {
            JsonNode limits = service.path("deploy").path("resources").path("limits");
            assertThat(limits.path("memory").asText()).as(name).matches("\\d+[MG]");
            assertThat(limits.path("cpus").asText()).as(name).matches("\\d\\.\\d");
            if (!JOBS.contains(name)) {
                assertThat(service.path("healthcheck").path("test").size())
                        .as(name)
                        .isGreaterThan(1);
                assertThat(service.path("restart").asText()).isEqualTo("unless-stopped");
            }
        });
    }

    @Test
    void whoever_is_waited_for_exists_and_can_be_waited_for() {
        services()
                .forEach((name, service) -> service.path("depends_on")
                        .properties()
                        .forEach(dependency -> {
                            assertThat(services()).as(name).containsKey(dependency.getKey());
                            assertThat(dependency.getValue().path("condition").asText())
                                    .isEqualTo(
                                            JOBS.contains(dependency.getKey())
                                                    ? "service_completed_successfully"
                                                    : "service_healthy");
                        }));
    }

    @Test
    void our_services_have_no_rights_and_nothing_to_write_to() {
        for (String name : Repository.services()) {
            JsonNode service = service(name);
            assertThat(service.path("user").asText()).isEqualTo("10001:10001");
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop").path(0).asText()).isEqualTo("ALL");
            assertThat(service.path("security_opt").path(0).asText()).isEqualTo("no-new-privileges:true");
        }
    }

    @Test
    void nothing_is_open_beyond_this_machine_and_database_and_broker_not_even_to_it() {
        services()
                .forEach((name, service) -> service.path("ports")
                        .forEach(port -> assertThat(port.asText()).as(name).startsWith("127.0.0.1:")));
        assertThat(service("database").has("ports")).isFalse();
        assertThat(service("broker").has("ports")).isFalse();
        assertThat(compose.path("networks").path("inside").path("internal").asBoolean())
                .isTrue();
    }

    @Test
    void our_services_are_published_on_their_own_ports() {
        for (String name : Repository.services()) {
            int port = Images.httpPort(name);
            assertThat(service(name).path("ports").path(0).asText()).isEqualTo("127.0.0.1:" + port + ":" + port);
        }
    }

    @Test
    void variables_are_those_the_services_read_and_secrets_come_from_outside() {
        for (String name : Repository.services()) {
            JsonNode environment = service(name).path("environment");
            var set = fields(environment);
            set.removeIf(variable -> variable.startsWith("QUARKUS_"));
            assertThat(set).isEqualTo(Repository.variablesOf(name));
        }
        services()
                .forEach((name, service) -> service.path("environment")
                        .properties()
                        .forEach(variable -> {
                            if (variable.getKey().matches(".*(PASSWORD|SECRET)")) {
                                assertThat(variable.getValue().asText())
                                        .matches("\\$\\{[A-Z_]+:\\?run deploy/make-secrets}");
                            }
                        }));
    }

    @Test
    void passwords_within_logins_come_from_outside_too() {
        assertThat(services().values())
                .flatExtracting(service -> Repository.matches(
                        service.path("environment").toString(), "(?:password|user_[a-z]+)=\\\\\"([^\\\\]*)"))
                .isNotEmpty()
                .allMatch(password -> password.matches("\\$\\{KAFKA_[A-Z]+_PASSWORD:\\?run deploy/make-secrets}"));
        assertThat(service("broker").path("environment").toString())
                .contains("user_registration", "StandardAuthorizer");
        assertThat(service("broker")
                        .path("environment")
                        .path("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP")
                        .asText())
                .doesNotContain(":PLAINTEXT");
    }

    @Test
    void rights_at_the_broker_are_those_of_the_contract() {
        String job = service("topics").path("command").path(0).asText();
        var rights = new TreeSet<String>();
        Matcher given = RIGHT.matcher(job);
        while (given.find()) {
            rights.add(ContractRights.line(
                    given.group(2), given.group(1).equals("writes") ? "write" : "read", "topic", given.group(3)));
        }
        Matcher groups = GROUPS.matcher(job);
        while (groups.find()) {
            rights.add(ContractRights.line(groups.group(1), "read", "group", groups.group(1) + "."));
        }
        assertThat(rights).isEqualTo(ContractRights.all());
    }

    @Test
    void every_secret_asked_for_is_made_by_the_script() {
        String script = Repository.text("deploy/make-secrets");
        for (String secret : Repository.matches(Repository.text("deploy/compose.yaml"), "\\$\\{([A-Z_]+):\\?")) {
            assertThat(script).contains(secret);
        }
    }

    @Test
    void mounted_files_exist_and_volumes_are_declared() throws IOException {
        for (JsonNode service : services().values()) {
            for (JsonNode mount : service.path("volumes")) {
                String source = mount.asText().split(":", -1)[0];
                if (source.startsWith("./secrets/")) {
                    assertThat(source)
                            .matches(
                                    "\\./secrets/(registration|tax|exchange|credit)\\.(private\\.pem|public\\.pem|column\\.key)");
                } else if (source.startsWith("./")) {
                    Path file = Repository.ROOT.resolve("deploy").resolve(source);
                    assertThat(Files.size(file)).isPositive();
                } else {
                    assertThat(fields(compose.path("volumes"))).contains(source);
                }
            }
        }
    }

    @Test
    void topics_are_those_of_the_contract() {
        Matcher matcher =
                TOPIC.matcher(service("topics").path("command").path(0).asText());
        var made = new TreeMap<String, ContractTopics.Topic>();
        while (matcher.find()) {
            long retention = matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4));
            made.put(
                    matcher.group(1),
                    new ContractTopics.Topic(Integer.parseInt(matcher.group(2)), matcher.group(3), retention));
        }
        assertThat(made).isEqualTo(ContractTopics.read().byName());
    }

    @Test
    void the_realm_has_a_client_with_agency_audience_and_role_for_every_service_and_agency() throws IOException {
        JsonNode realm = Repository.STRICT.readTree(Repository.text("deploy/keycloak/hutong-realm.json"));
        var agencies = new TreeMap<String, String>();
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("secret").asText()).matches("\\$\\{[A-Z_]+_CLIENT_SECRET}");
            assertThat(client.path("publicClient").asBoolean(true)).isFalse();
            client.path("protocolMappers").forEach(mapper -> {
                if (mapper.path("name").asText().equals("agency")) {
                    agencies.put(
                            client.path("clientId").asText(),
                            mapper.path("config").path("claim.value").asText());
                }
            });
            assertThat(client.path("protocolMappers").toString()).contains("\"included.custom.audience\":\"hutong\"");
        }
        assertThat(agencies)
                .containsEntry("amr", "AMR")
                .containsEntry("tax", "TAX")
                .containsEntry("operator", "JCO");
        assertThat(agencies).containsKeys(Repository.services().toArray(String[]::new));
        assertThat(realm.path("users").size()).isEqualTo(agencies.size());
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private Map<String, JsonNode> services() {
        var services = new TreeMap<String, JsonNode>();
        ((ObjectNode) compose.path("services"))
                .properties()
                .forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    private static TreeSet<String> fields(JsonNode node) {
        var fields = new TreeSet<String>();
        node.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
