package io.hutong.messaging.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.events.Address;
import io.hutong.events.Audience;
import io.hutong.events.BlockingItem.Items;
import io.hutong.events.ChangedFacts;
import io.hutong.events.CreditEvent;
import io.hutong.events.DomainEvent;
import io.hutong.events.PersonRef;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.UnknownEventType;
import io.hutong.messaging.UnreadableEvent;
import io.hutong.messaging.UnsendableEvent;
import io.hutong.messaging.sealing.SealingWorld;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JacksonEventCodecTest {
    private static final String OPENED = "io.hutong.registration.opened.v1";
    private static final String HELD = "io.hutong.tax.change-held.v1";
    private static final String RECEIVED = "io.hutong.tax.change-received.v1";
    private static final String CHANGED = "io.hutong.registration.changed.v1";

    @TempDir
    static Path temporary;

    static EventCodec codec = new JacksonEventCodec(SealingWorld.sealingNothing());

    @BeforeAll
    static void makeCodec() {
        codec = new JacksonEventCodec(new SealingWorld(temporary, "registration").sealer("registration"));
    }

    static Set<String> types() {
        return GoldenEvents.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_golden_event_is_read_and_written_without_loss(String type) {
        byte[] golden = GoldenEvents.body(type);
        DomainEvent event = codec.decode(GoldenEvents.envelope(type), golden);
        assertThat(codec.typeOf(event)).isEqualTo(type);
        EventCodec.Encoded encoded = codec.encode(GoldenEvents.envelope(type), event);
        assertThat(GoldenEvents.tree(encoded.body())).isEqualTo(GoldenEvents.tree(golden));
        assertThat(codec.decode(GoldenEvents.envelope(type), encoded.body())).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.hutong.credit.consent-granted.v1", "io.hutong.credit.consent-ended.v1"})
    void a_consent_that_was_stated_before_tenure_and_scope_is_read_and_sent_again_as_it_was(String type) {
        ObjectNode first = (ObjectNode) GoldenEvents.tree(GoldenEvents.body(type));
        first.remove(List.of("tenureId", "scope"));
        CreditEvent.ConsentEvent read =
                (CreditEvent.ConsentEvent) codec.decode(GoldenEvents.envelope(type), bytes(first));
        assertThat(read.tenureId()).isNull();
        assertThat(read.scope()).isNull();
        assertThat(GoldenEvents.tree(
                        codec.encode(GoldenEvents.envelope(type), read).body()))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("types")
    void unknown_fields_of_a_newer_minor_version_are_ignored(String type) {
        ObjectNode newer = (ObjectNode) GoldenEvents.tree(GoldenEvents.body(type));
        newer.putObject("addedLater").put("deep", 1);
        DomainEvent event = codec.decode(GoldenEvents.envelope(type), bytes(newer));
        assertThat(event).isEqualTo(codec.decode(GoldenEvents.envelope(type), GoldenEvents.body(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_body_without_its_change_or_status_is_unreadable(String type) {
        ObjectNode broken = (ObjectNode) GoldenEvents.tree(GoldenEvents.body(type));
        String first = broken.fieldNames().next();
        broken.remove(first);
        assertThatThrownBy(() -> codec.decode(GoldenEvents.envelope(type), bytes(broken)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"canary\"",
                "{\"changeId\":\"canary-赵一\"}",
                "{\"changeId\":{\"canary\":1}}",
                "{\"changeId\":\"019ab3c0-0000-7000-8000-00000000c000\"} canary",
                "{\"changeId\":\"019ab3c0-0000-7000-8000-00000000c000\",\"changeId\":\"canary\"}",
                "{\"changeId\":\"019ab3c0-0000-7000-8000-00000000c000\"",
                "\u0000canary"
            })
    void what_is_no_such_event_is_unreadable_and_the_message_quotes_nothing(String body) {
        assertThatThrownBy(() -> codec.decode(GoldenEvents.envelope(RECEIVED), body.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasNoCause()
                .hasMessageNotContaining("canary");
    }

    @Test
    void text_that_is_no_utf_8_is_unreadable() {
        byte[] latin = {'{', '"', (byte) 0xE9, '"', ':', '1', '}'};
        assertThatThrownBy(() -> codec.decode(GoldenEvents.envelope(RECEIVED), latin))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_number_or_a_case_mistake_is_no_enumeration_value() {
        ObjectNode event = (ObjectNode) GoldenEvents.tree(GoldenEvents.body(OPENED));
        event.put("entityType", 0);
        assertThatThrownBy(() -> codec.decode(GoldenEvents.envelope(OPENED), bytes(event)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("/entityType");
        event.put("entityType", "individual_person");
        assertThatThrownBy(() -> codec.decode(GoldenEvents.envelope(OPENED), bytes(event)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_type_of_a_later_version_is_unknown_and_not_unreadable() {
        Envelope later = GoldenEvents.envelope("io.hutong.tax.change-received.v2");
        assertThatThrownBy(() -> codec.decode(later, "{}".getBytes(UTF_8)))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("v2");
    }

    @Test
    void what_its_schema_forbids_is_not_sent() {
        RegistrationEvent event = new RegistrationEvent.Changed(
                changeId(), uscc(), ChangedFacts.of("", null, null), ChangedFacts.of("新名", null, null), null);
        assertThatThrownBy(() -> codec.encode(GoldenEvents.envelope(CHANGED), event))
                .isInstanceOf(UnsendableEvent.class)
                .hasMessageContaining("/before/name");
    }

    @Test
    void what_is_too_large_is_not_sent_and_not_read() {
        Address address = new Address(DivisionCode.of("620702"), "x".repeat(150), Address.Kind.PHYSICAL);
        ChangedFacts facts = ChangedFacts.of(null, null, Collections.nCopies(2_000, address));
        RegistrationEvent event = new RegistrationEvent.Changed(changeId(), uscc(), facts, facts, null);
        assertThatThrownBy(() -> codec.encode(GoldenEvents.envelope(CHANGED), event))
                .isInstanceOf(UnsendableEvent.class)
                .hasMessageContaining("262144");
        assertThatThrownBy(() -> codec.decode(
                        GoldenEvents.envelope(CHANGED), " ".repeat(300_000).getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_closed_field_cannot_be_sent_on_in_another_event() {
        DomainEvent event = codec.decode(GoldenEvents.envelope(OPENED), GoldenEvents.body(OPENED));
        Envelope own = GoldenEvents.envelope(OPENED);
        Envelope other = new Envelope(
                new EventId(UUID.randomUUID()),
                own.source(),
                own.type(),
                own.subject(),
                own.dataSchema(),
                own.position(),
                null,
                own.context(),
                null);
        assertThatThrownBy(() -> codec.encode(other, event)).isInstanceOf(UnsendableEvent.class);
    }

    @Test
    void sensitive_values_are_refused_outside_sealed_fields() {
        EventJson json = new EventJson();
        for (Object sensitive : List.of(ResidentId.of("11010519491231002X"), PersonRef.of("canary"))) {
            assertThatThrownBy(() -> json.events.writeValueAsString(Map.of("field", sensitive)))
                    .hasMessageContaining("inside a sealed field only")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void a_key_that_cannot_be_had_just_now_is_no_fault_of_the_event() {
        RuntimeException away = new IllegalStateException("the database is away");
        EventCodec withoutKeys = new JacksonEventCodec(SealingWorld.withoutKeys(away));
        OperatorTenureId tenure = OperatorTenureId.of("019ab3c0-0000-7000-8000-00000000d000");
        Sealed<Items> detail = Sealed.under(tenure, Audience.TAX_DETAIL, new Items(List.of(), List.of()));
        assertThatThrownBy(() -> withoutKeys.encode(
                        GoldenEvents.envelope(HELD), new ChangeHeld(changeId(), List.of(), detail, "rules@1")))
                .isSameAs(away);
    }

    @Test
    void envelope_and_event_must_agree() {
        DomainEvent event = codec.decode(GoldenEvents.envelope(RECEIVED), GoldenEvents.body(RECEIVED));
        assertThatThrownBy(() -> codec.encode(GoldenEvents.envelope(OPENED), event))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ChangeId changeId() {
        return ChangeId.of("019ab3c0-0000-7000-8000-00000000c000");
    }

    private static UnifiedSocialCreditCode uscc() {
        return UnifiedSocialCreditCode.of("92620702PDY000028N");
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(UTF_8);
    }
}
