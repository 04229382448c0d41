package io.hutong.messaging.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.Audience;
import io.hutong.events.PersonRef;
import io.hutong.events.Sealed;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.AwaitingPremise;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.codec.JacksonEventCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldSealingTest {
    private static final OperatorTenureId TENURE = OperatorTenureId.of("019ab3c0-0000-7000-8000-00000000a001");
    private static final String PLACE = "019ab3c0-0000-7000-8000-000000000001#/operatorRefs/tax";
    private static final PersonRef PERSON = PersonRef.of("canary-person-ref");

    @TempDir
    static Path temporary;

    static SealingWorld world = new SealingWorld(Path.of("unset"));
    static Sealed.Closed<PersonRef> field = new Sealed.Closed<>("", "", new byte[0], new byte[0], "");

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void seal() {
        world = new SealingWorld(temporary, "registration", "tax", "credit");
        field = (Sealed.Closed<PersonRef>) (Sealed.Closed<?>) world.sealer("registration")
                .seal(open(Audience.PERSON_REF_TAX), "\"canary-person-ref\"".getBytes(UTF_8), PLACE);
    }

    @Test
    void the_recipient_and_the_producer_open_it() {
        assertThat(world.unsealer("tax").open(field, PersonRef.class)).isEqualTo(PERSON);
        assertThat(world.unsealer("registration").open(field, PersonRef.class)).isEqualTo(PERSON);
        assertThat(world.unsealer("credit").open(open(Audience.PERSON_REF_TAX), PersonRef.class))
                .isEqualTo(PERSON);
    }

    @Test
    void nobody_else_opens_it() {
        assertThatThrownBy(() -> world.unsealer("credit").open(field, PersonRef.class))
                .isInstanceOf(Unsealer.NotForUs.class);
    }

    @Test
    void another_service_cannot_even_use_a_key_record_that_is_not_wrapped_for_it() {
        KeyRecord forTax = world.keys("registration").records.stream()
                .filter(key -> key.recipient().equals("tax"))
                .findFirst()
                .orElseThrow();
        byte[] wrapped = Objects.requireNonNull(forTax.wrapped());
        assertThatThrownBy(() -> world.wrapping("credit").unwrap(wrapped, forTax.kid()))
                .isInstanceOf(SealingFailure.class);
        KeyId otherKid = KeyId.of("registration", TENURE, Audience.OPERATOR_IDENTITY);
        assertThatThrownBy(() -> world.wrapping("tax").unwrap(wrapped, otherKid))
                .isInstanceOf(SealingFailure.class);
        wrapped[wrapped.length - 1] ^= 1;
        assertThatThrownBy(() -> world.wrapping("tax").unwrap(wrapped, forTax.kid()))
                .isInstanceOf(SealingFailure.class);
    }

    @Test
    void a_recipient_whose_key_has_not_arrived_waits() {
        Unsealer early = unsealerOfTax(Optional.empty());
        assertThatThrownBy(() -> early.open(field, PersonRef.class))
                .isInstanceOf(AwaitingPremise.class)
                .hasMessageContaining("PERSON_REF_TAX");
    }

    @Test
    void an_erased_key_opens_nothing() {
        KeyId kid = KeyId.parse(field.kid());
        Unsealer late = unsealerOfTax(Optional.of(new KeyRecord(kid, "tax", null)));
        assertThatThrownBy(() -> late.open(field, PersonRef.class)).isInstanceOf(Unsealer.NotForUs.class);
    }

    @Test
    void changed_cipher_text_nonce_event_or_pointer_is_noticed() {
        byte[] cipherText = field.ct();
        cipherText[0] ^= 1;
        byte[] nonce = field.iv();
        nonce[0] ^= 1;
        String kid = field.kid();
        assertRejected(new Sealed.Closed<>(kid, field.alg(), field.iv(), cipherText, PLACE));
        assertRejected(new Sealed.Closed<>(kid, field.alg(), nonce, field.ct(), PLACE));
        assertRejected(new Sealed.Closed<>(kid, field.alg(), field.iv(), field.ct(), PLACE.replace("1#", "2#")));
        assertRejected(new Sealed.Closed<>(kid, field.alg(), field.iv(), field.ct(), PLACE.replace("/tax", "/credit")));
        assertRejected(new Sealed.Closed<>(kid, field.alg(), field.iv(), new byte[3], PLACE));
        assertRejected(new Sealed.Closed<>(kid, "none", field.iv(), field.ct(), PLACE));
        assertRejected(new Sealed.Closed<>("nonsense", field.alg(), field.iv(), field.ct(), PLACE));
    }

    @Test
    void a_field_opened_as_something_else_does_not_quote_its_content() {
        assertThatThrownBy(() -> world.unsealer("tax").open(cast(field), Integer.class))
                .isInstanceOf(SealingFailure.class)
                .hasNoCause()
                .hasMessageNotContaining("canary");
    }

    @Test
    void neither_form_prints_its_content() {
        assertThat(field.toString()).doesNotContain("canary").doesNotContain(TENURE + "#");
        assertThat(open(Audience.PERSON_REF_TAX).toString()).doesNotContain("canary");
        assertThat(world.keys("registration").records.toString()).doesNotContain("[B@");
        assertThat(world.keyRing("tax").toString()).isEqualTo("FileKeyRing[tax]");
    }

    @Test
    void the_same_value_sealed_twice_gives_different_cipher_text() {
        Sealed.Closed<Object> again = world.sealer("registration")
                .seal(open(Audience.PERSON_REF_TAX), "\"canary-person-ref\"".getBytes(UTF_8), PLACE);
        assertThat(again.kid()).isEqualTo(field.kid());
        assertThat(again.iv()).isNotEqualTo(field.iv());
        assertThat(again.ct()).isNotEqualTo(field.ct());
    }

    private static Unsealer unsealerOfTax(Optional<KeyRecord> received) {
        return new KeyUnsealer(
                world.wrapping("tax"),
                world.keys("tax"),
                kid -> received,
                new KeyCache(10, Duration.ofMinutes(1)),
                JacksonEventCodec.clearJson());
    }

    private static void assertRejected(Sealed.Closed<PersonRef> changed) {
        assertThatThrownBy(() -> world.unsealer("tax").open(changed, PersonRef.class))
                .isInstanceOf(SealingFailure.class);
    }

    private static Sealed.Open<PersonRef> open(Audience audience) {
        return new Sealed.Open<>(TENURE, audience, PERSON);
    }

    @SuppressWarnings("unchecked")
    private static <T> Sealed<T> cast(Sealed<?> sealed) {
        return (Sealed<T>) sealed;
    }
}
