package io.hutong.messaging.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.ConsentScope;
import io.hutong.events.DomainEvent;
import io.hutong.events.EligibilityAnswer;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.Sealed;
import io.hutong.identity.ResidentId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.sealing.KeyId;
import io.hutong.messaging.sealing.SealingWorld;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table event × field × recipient against what each service's key ring really opens. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AudienceContractTest {
    private static final String CANARY = "canary张三";

    @TempDir
    static Path temporary;

    static SealingWorld world = new SealingWorld(Path.of("unset"));

    @BeforeAll
    static void makeKeys() {
        world = new SealingWorld(temporary, SealingWorld.SERVICES.toArray(String[]::new));
    }

    static Set<String> types() {
        return GoldenEvents.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_service_opens_exactly_the_fields_that_the_contract_lets_it_see(String type) throws Exception {
        String producer = GoldenEvents.producerOf(type);
        EventCodec codec = new JacksonEventCodec(world.sealer(producer));
        Envelope envelope = GoldenEvents.envelope(type);
        DomainEvent golden = codec.decode(envelope, GoldenEvents.body(type));
        byte[] body = codec.encode(envelope, (DomainEvent) Objects.requireNonNull(opened(golden)))
                .body();
        assertThat(new String(body, UTF_8)).doesNotContain("canary").doesNotContain("11010519491231002X");

        Map<String, Set<String>> actual = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field :
                sealedFields(GoldenEvents.tree(body), "").entrySet()) {
            Sealed.Closed<Object> closed = closed(field.getValue(), envelope.id() + "#" + field.getKey());
            Set<String> openers = new TreeSet<>();
            for (String service : SealingWorld.SERVICES) {
                if (world.opens(service, closed, typeOf(closed.kid()))) {
                    openers.add(service);
                }
            }
            actual.put(field.getKey(), openers);
        }
        assertThat(actual).isEqualTo(promised(type, producer));
    }

    @Test
    void the_table_names_sealed_fields_and_each_audience_is_used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String[] row : table()) {
            if (!row[5].isEmpty()) {
                used.add(row[5]);
                assertThat(Set.of(row[4].split("\\|")))
                        .as(row[0] + row[1])
                        .isEqualTo(Audience.valueOf(row[5]).recipients());
            }
        }
        Set<String> all = new TreeSet<>();
        for (Audience audience : Audience.values()) {
            all.add(audience.name());
        }
        assertThat(used).isEqualTo(all);
    }

    /** Fields of the table with an audience: who sees it, and always the producer. */
    private static Map<String, Set<String>> promised(String type, String producer) throws IOException {
        Map<String, Set<String>> promised = new TreeMap<>();
        for (String[] row : table()) {
            if (row[0].equals(type) && !row[5].isEmpty()) {
                Set<String> openers = new TreeSet<>(Set.of(row[4].split("\\|")));
                openers.add(producer);
                promised.put(row[1], openers);
            }
        }
        return promised;
    }

    private static List<String[]> table() throws IOException {
        try (InputStream stream = DomainEvent.class.getResourceAsStream("/contract/fields.csv")) {
            assertThat(stream).as("/contract/fields.csv").isNotNull();
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    private static Map<String, JsonNode> sealedFields(JsonNode node, String pointer) {
        Map<String, JsonNode> fields = new TreeMap<>();
        if (node.has("kid") && node.has("ct")) {
            fields.put(pointer, node);
        } else if (node.isObject()) {
            node.properties()
                    .forEach(child -> fields.putAll(sealedFields(child.getValue(), pointer + "/" + child.getKey())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                fields.putAll(sealedFields(node.get(i), pointer + "/" + i));
            }
        }
        return fields;
    }

    private static Sealed.Closed<Object> closed(JsonNode node, String binding) {
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return new Sealed.Closed<>(
                node.get("kid").textValue(),
                node.get("alg").textValue(),
                base64.decode(node.get("iv").textValue()),
                base64.decode(node.get("ct").textValue()),
                binding);
    }

    /** The same record with every closed field opened on a sample value. */
    private static @Nullable Object opened(@Nullable Object value) throws ReflectiveOperationException {
        if (value instanceof Sealed.Closed<?> closed) {
            KeyId kid = KeyId.parse(closed.kid());
            return Sealed.under(kid.tenure(), Audience.valueOf(kid.audience()), sample(closed.kid()));
        }
        if (!(value instanceof Record) || !value.getClass().getName().startsWith("io.hutong.events")) {
            return value;
        }
        List<Class<?>> types = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            types.add(component.getType());
            values.add(opened(component.getAccessor().invoke(value)));
        }
        return value.getClass().getConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
    }

    private static Class<?> typeOf(String kid) {
        return sample(kid).getClass();
    }

    private static Object sample(String kid) {
        return switch (Audience.valueOf(KeyId.parse(kid).audience())) {
            case OPERATOR_IDENTITY -> new PersonIdentity(CANARY, ResidentId.of("11010519491231002X"), null, null);
            case TAX_DETAIL ->
                new BlockingItem.Items(List.of(new BlockingItem("T3", Block.Class.PAY, CANARY)), List.of("T5a"));
            case ELIGIBILITY -> new EligibilityAnswer(CANARY, true);
            case SHARING_DETAIL ->
                new ConsentScope(AgencyCode.of("FI-620702-BANKA"), "LOAN_APPLICATION", List.of(CANARY));
            case PERSON_REF_TAX, PERSON_REF_CREDIT, PERSON_REF_SUBSIDY, PERSON_REF_EXCHANGE ->
                PersonRef.of("canary-ref-0123456789-0123456789-0123456789");
        };
    }
}
