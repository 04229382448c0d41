package io.hutong.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KubernetesManifestsTest {
    private static final int CLUSTER_PARTITIONS = 48;
    private static final String NAME = "app.kubernetes.io/name";
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "apps/v1/Deployment", Deployment.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

    private final List<HasMetadata> objects = new ArrayList<>();
    private final List<JsonNode> topics = new ArrayList<>();
    private final List<JsonNode> users = new ArrayList<>();

    KubernetesManifestsTest() throws JsonProcessingException {
        for (Path file : Repository.files("k8s/base", ".yaml")) {
            if (file.endsWith("kustomization.yaml")) {
                continue;
            }
            for (JsonNode document : Repository.documents(file)) {
                read(document);
            }
        }
    }

    private void read(JsonNode document) throws JsonProcessingException {
        String kind = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        if (kind.endsWith("/KafkaTopic")) {
            topics.add(document);
            return;
        }
        if (kind.endsWith("/KafkaUser")) {
            users.add(document);
            return;
        }
        assertThat(KINDS).as("kinds we can check").containsKey(kind);
        objects.add(Repository.STRICT.treeToValue(document, KINDS.get(kind)));
    }

    @Test
    void every_service_of_the_build_has_a_deployment_a_service_an_account_a_budget_and_a_policy() {
        assertThat(names(Deployment.class)).isEqualTo(Repository.services());
        assertThat(names(Service.class)).isEqualTo(Repository.services());
        assertThat(names(ServiceAccount.class)).isEqualTo(Repository.services());
        assertThat(names(PodDisruptionBudget.class)).isEqualTo(Repository.services());
        assertThat(names(NetworkPolicy.class))
                .containsAll(Repository.services())
                .contains("default-deny");
    }

    @Test
    void the_kustomization_lists_every_file_and_nothing_else() {
        var listed = new TreeSet<String>();
        JsonNode kustomization = Repository.document("k8s/base/kustomization.yaml");
        kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));
        var present = new TreeSet<String>();
        Repository.files("k8s/base", ".yaml")
                .forEach(file -> present.add(file.getFileName().toString()));
        present.remove("kustomization.yaml");
        assertThat(listed).isEqualTo(present);
        assertThat(fields(kustomization)).isSubsetOf("apiVersion", "kind", "namespace", "resources");
    }

    @Test
    void every_container_is_limited_probed_and_without_rights() {
        for (Deployment deployment : all(Deployment.class)) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThan(9999);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getServiceAccountName())
                    .isEqualTo(deployment.getMetadata().getName());
            assertThat(pod.getInitContainers()).isEmpty();
            pod.getContainers().forEach(KubernetesManifestsTest::check);
        }
    }

    private static void check(Container container) {
        assertThat(container.getResources().getLimits()).containsOnlyKeys("cpu", "memory");
        assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
        for (Probe probe :
                List.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())) {
            assertThat(probe.getHttpGet().getPath()).startsWith("/q/health/");
            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        }
        var security = container.getSecurityContext();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getPrivileged()).isNull();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
        assertThat(container.getImage())
                .matches("hutong/[a-z-]+:\\d+\\.\\d+\\.\\d+")
                .isEqualTo("hutong/" + container.getName() + ":" + Images.version());
    }

    @Test
    void ports_are_those_the_services_listen_on() {
        for (Deployment deployment : all(Deployment.class)) {
            String name = deployment.getMetadata().getName();
            var ports = new TreeMap<String, Integer>();
            for (ContainerPort port : container(deployment).getPorts()) {
                ports.put(port.getName(), port.getContainerPort());
            }
            assertThat(ports)
                    .isEqualTo(Map.of("http", Images.httpPort(name), "management", Images.managementPort(name)));
            var served = all(Service.class).stream()
                    .filter(service -> service.getMetadata().getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(served.getSpec().getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort()).isEqualTo(Images.httpPort(name)));
        }
    }

    @Test
    void selectors_find_the_pods_they_are_meant_for() {
        for (Deployment deployment : all(Deployment.class)) {
            Map<String, String> labels =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(labels).containsEntry(NAME, deployment.getMetadata().getName());
            assertThat(labels)
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        }
        for (Service service : all(Service.class)) {
            assertThat(service.getSpec().getSelector()).isEqualTo(nameOf(service));
        }
        for (PodDisruptionBudget budget : all(PodDisruptionBudget.class)) {
            assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(nameOf(budget));
        }
        for (NetworkPolicy policy : all(NetworkPolicy.class)) {
            assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
            if (!policy.getMetadata().getName().equals("default-deny")) {
                assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEqualTo(nameOf(policy));
            }
        }
    }

    @Test
    void every_variable_is_one_that_the_service_reads_and_none_is_forgotten() {
        Set<String> shared = new TreeSet<>(all(ConfigMap.class).get(0).getData().keySet());
        for (Deployment deployment : all(Deployment.class)) {
            var set = new TreeSet<>(shared);
            container(deployment).getEnv().stream().map(EnvVar::getName).forEach(set::add);
            set.removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("KAFKA_SSL_"));
            assertThat(set)
                    .isEqualTo(Repository.variablesOf(deployment.getMetadata().getName()));
        }
    }

    @Test
    void no_secret_stands_in_the_manifests() {
        for (Deployment deployment : all(Deployment.class)) {
            for (EnvVar variable : container(deployment).getEnv()) {
                if (variable.getName().matches(".*(PASSWORD|SECRET|JAAS_CONFIG)")) {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
                }
            }
        }
    }

    @Test
    void topics_are_those_of_the_contract() {
        var declared = new TreeMap<String, ContractTopics.Topic>();
        for (JsonNode topic : topics) {
            assertThat(fields(topic)).containsExactlyInAnyOrder("apiVersion", "kind", "metadata", "spec");
            JsonNode spec = topic.path("spec");
            assertThat(fields(spec)).containsExactlyInAnyOrder("partitions", "replicas", "config");
            assertThat(spec.path("replicas").asInt()).isEqualTo(3);
            JsonNode config = spec.path("config");
            assertThat(config.path("min.insync.replicas").asInt()).isEqualTo(2);
            assertThat(spec.path("partitions").asInt()).isEqualTo(CLUSTER_PARTITIONS);
            declared.put(
                    topic.path("metadata").path("name").asText(),
                    new ContractTopics.Topic(
                            12,
                            config.path("cleanup.policy").asText(),
                            config.path("retention.ms").asLong()));
        }
        assertThat(declared).isEqualTo(ContractTopics.read().byName());
    }

    @Test
    void rights_at_the_broker_are_those_of_the_contract_and_clients_come_by_tls_with_a_password() {
        var rights = new TreeSet<String>();
        for (JsonNode user : users) {
            assertThat(fields(user)).containsExactlyInAnyOrder("apiVersion", "kind", "metadata", "spec");
            JsonNode spec = user.path("spec");
            assertThat(spec.path("authentication").path("type").asText()).isEqualTo("scram-sha-512");
            assertThat(spec.path("authorization").path("type").asText()).isEqualTo("simple");
            for (JsonNode acl : spec.path("authorization").path("acls")) {
                assertThat(fields(acl)).containsExactlyInAnyOrder("resource", "operations");
                JsonNode resource = acl.path("resource");
                acl.path("operations")
                        .forEach(operation -> rights.add(ContractRights.line(
                                user.path("metadata").path("name").asText(),
                                operation.asText(),
                                resource.path("type").asText(),
                                resource.path("name").asText())));
                assertThat(resource.path("patternType").asText())
                        .isEqualTo(resource.path("type").asText().equals("group") ? "prefix" : "literal");
            }
        }
        assertThat(rights).isEqualTo(ContractRights.all());
        Map<String, String> shared = all(ConfigMap.class).get(0).getData();
        assertThat(shared)
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
    }

    @Test
    void the_reading_is_strict() {
        assertThatThrownBy(() -> Repository.STRICT.readValue(
                        "{apiVersion: v1, kind: Service, spec: {selectors: {a: b}}}", Service.class))
                .hasMessageContaining("selectors");
        assertThatThrownBy(() -> Repository.STRICT.readTree("a: 1\na: 2")).hasMessageContaining("Duplicate");
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static Map<String, String> nameOf(HasMetadata object) {
        return Map.of(NAME, object.getMetadata().getName());
    }

    private <T extends HasMetadata> List<T> all(Class<T> kind) {
        List<T> found =
                objects.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).as(kind.getSimpleName()).isNotEmpty();
        return found;
    }

    private Set<String> names(Class<? extends HasMetadata> kind) {
        var names = new TreeSet<String>();
        all(kind).forEach(object -> names.add(object.getMetadata().getName()));
        return names;
    }

    private static Set<String> fields(JsonNode node) {
        var fields = new TreeSet<String>();
        node.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
