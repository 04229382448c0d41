package io.hutong.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaRightsTest {
    private static final KafkaAccounts ACCOUNTS = KafkaAccounts.with(name -> name + "-password");
    private static final List<String> TOPICS = List.of(
            "registration.events",
            "registration.events.rejected",
            "registration.keys",
            "tax.events",
            "tax.events.rejected",
            "tax.keys",
            "exchange.events",
            "exchange.events.rejected",
            "exchange.keys",
            "credit.events",
            "credit.events.rejected",
            "credit.keys");

    @TempDir
    static Path temporary;

    private static EmbeddedKafka broker;
    private static int controllerPort;

    @BeforeAll
    static void start() throws Exception {
        controllerPort = FreePort.choose();
        broker = EmbeddedKafka.start(temporary, FreePort.choose(), controllerPort, ACCOUNTS);
        try (Admin admin = Admin.create(as("admin"))) {
            admin.createTopics(TOPICS.stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            TopicRights.declare(admin);
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "registration, registration.events registration.keys tax.events.rejected exchange.events.rejected"
                + " credit.events.rejected",
        "tax, tax.events tax.keys registration.events.rejected",
        "exchange, exchange.events exchange.keys registration.events.rejected",
        "credit, credit.events credit.keys registration.events.rejected exchange.events.rejected tax.events.rejected",
        "reader, ''"
    })
    void each_writes_what_it_owns_and_nothing_else(String account, String own) {
        for (String topic : TOPICS) {
            if (List.of(own.split(" ")).contains(topic)) {
                write(as(account), topic);
            } else {
                assertThatThrownBy(() -> write(as(account), topic))
                        .as(topic)
                        .rootCause()
                        .isInstanceOf(AuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "registration, tax.events tax.keys exchange.events credit.events",
        "tax, registration.events registration.keys",
        "exchange, registration.events",
        "credit, registration.events exchange.events tax.events",
        "reader, registration.events tax.events exchange.events credit.events"
    })
    void each_reads_what_it_consumes_and_nothing_else(String account, String consumed) {
        for (String topic : TOPICS) {
            write(as("admin"), topic);
            if (List.of(consumed.split(" ")).contains(topic)) {
                assertThat(read(as(account), account + ".some-group", topic)).isPositive();
            } else {
                assertThatThrownBy(() -> read(as(account), account + ".some-group", topic))
                        .as(topic)
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tax, registration.tax-events, registration.events",
        "registration, tax.registration-events, tax.events",
        "reader, tax.registration-events, registration.events",
        "reader, anything, registration.events"
    })
    void nobody_joins_a_group_of_another(String account, String group, String topic) {
        assertThatThrownBy(() -> read(as(account), group, topic)).isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void a_forged_event_does_not_reach_the_topic() {
        long before = end("registration.events");
        for (String account : List.of("tax", "reader")) {
            assertThatThrownBy(() -> write(as(account), "registration.events")).isNotNull();
        }
        assertThatThrownBy(() -> write(anonymous(), "registration.events")).isNotNull();
        assertThat(end("registration.events")).isEqualTo(before);
        write(as("registration"), "registration.events");
        assertThat(end("registration.events")).isEqualTo(before + 1);
    }

    @Test
    void nobody_enters_without_an_account() {
        assertThatThrownBy(() -> nodes(anonymous())).isNotNull();
        Map<String, Object> stranger = anonymous();
        stranger.putAll(new KafkaAccount("tax", "a-wrong-password").login());
        assertThatThrownBy(() -> nodes(stranger)).hasCauseInstanceOf(SaslAuthenticationException.class);
        Map<String, Object> unknown = anonymous();
        unknown.putAll(new KafkaAccount("nobody", "nobody-password").login());
        assertThatThrownBy(() -> nodes(unknown)).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void the_door_of_the_controller_is_for_the_broker_alone() {
        for (String account : List.of("tax", "admin")) {
            Map<String, Object> settings = as(account);
            settings.remove("bootstrap.servers");
            settings.put("bootstrap.controllers", "127.0.0.1:" + controllerPort);
            assertThatThrownBy(() -> nodes(settings)).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void services_make_no_topics_and_give_no_rights() {
        try (Admin tax = Admin.create(as("tax"))) {
            assertThatThrownBy(() -> tax.createTopics(List.of(new NewTopic("tax.more", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(
                            () -> tax.deleteTopics(List.of("tax.events")).all().get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> TopicRights.declare(tax)).hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void a_right_that_the_contract_does_not_know_is_taken_away() throws Exception {
        AclBinding surplus = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "tax.keys", PatternType.LITERAL),
                new AccessControlEntry("User:stranger", "*", AclOperation.READ, AclPermissionType.ALLOW));
        try (Admin admin = Admin.create(as("admin"))) {
            admin.createAcls(List.of(surplus)).all().get();
            while (admin.describeAcls(surplus.toFilter()).values().get().isEmpty()) {
                Thread.onSpinWait();
            }
            TopicRights.declare(admin);
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsExactlyInAnyOrderElementsOf(TopicRights.all());
        }
    }

    @Test
    void no_password_stands_in_a_file_of_the_broker_or_in_what_is_printed() throws Exception {
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("-password");
            }
        }
        assertThat(ACCOUNTS + " " + ACCOUNTS.named("tax")).doesNotContain("-password");
    }

    @Test
    void accounts_survive_the_way_through_the_environment_and_none_may_miss() {
        assertThat(KafkaAccounts.parse(ACCOUNTS.text()).text()).isEqualTo(ACCOUNTS.text());
        assertThatThrownBy(() -> KafkaAccounts.parse("")).hasMessageContaining("registration");
        assertThatThrownBy(() -> new KafkaAccount("tax", "a\"; user_tax=\"b")).hasMessageContaining("password");
    }

    private static Map<String, Object> anonymous() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("default.api.timeout.ms", "3000");
        settings.put("request.timeout.ms", "2000");
        return settings;
    }

    private static Map<String, Object> as(String account) {
        Map<String, Object> settings = anonymous();
        settings.putAll(ACCOUNTS.named(account).login());
        return settings;
    }

    private static int nodes(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get().size();
        }
    }

    private static void write(Map<String, Object> settings, String topic) {
        settings.put("max.block.ms", "3000");
        settings.remove("default.api.timeout.ms");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "biz-1", "forged or not")).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int read(Map<String, Object> settings, String group, String topic) {
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.isEmpty() && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(300)).forEach(found -> values.add(found.value()));
            }
        }
        return values.size();
    }

    private static long end(String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(as("admin"), new StringDeserializer(), new StringDeserializer())) {
            var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, -1L);
        }
    }
}
