package io.hutong.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.OperatorRefs;
import io.hutong.events.PersonRef;
import io.hutong.events.Sealed;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;
import io.hutong.messaging.ColumnCipher;
import io.hutong.messaging.PersonRefs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnsAndRefsTest {
    private static final String PLAIN = "11010519491231002X";

    @TempDir
    static Path temporary;

    static SealingWorld world = new SealingWorld(Path.of("unset"));

    @BeforeAll
    static void keys() {
        world = new SealingWorld(temporary, "registration", "tax");
    }

    @Test
    void a_column_comes_back_under_its_own_context_only() {
        ColumnCipher columns = new AesColumnCipher(world.keyRing("registration"));
        byte[] cipher = columns.encrypt(PLAIN, "operator.resident_id");
        assertThat(columns.decrypt(cipher, "operator.resident_id")).isEqualTo(PLAIN);
        assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain(PLAIN);
        assertThat(columns.encrypt(PLAIN, "operator.resident_id")).isNotEqualTo(cipher);
        assertThatThrownBy(() -> columns.decrypt(cipher, "operator.phone")).isInstanceOf(SealingFailure.class);
        ColumnCipher others = new AesColumnCipher(world.keyRing("tax"));
        assertThatThrownBy(() -> others.decrypt(cipher, "operator.resident_id")).isInstanceOf(SealingFailure.class);
        cipher[cipher.length - 1] ^= 1;
        assertThatThrownBy(() -> columns.decrypt(cipher, "operator.resident_id"))
                .isInstanceOf(SealingFailure.class);
        assertThatThrownBy(() -> columns.decrypt(new byte[] {1, 2}, "operator.resident_id"))
                .isInstanceOf(SealingFailure.class);
    }

    @Test
    void a_look_up_is_stable_and_differs_by_context_and_service() {
        ColumnCipher columns = new AesColumnCipher(world.keyRing("registration"));
        String hash = columns.lookup(PLAIN, "a");
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(columns.lookup(PLAIN, "a"));
        assertThat(columns.lookup(PLAIN, "b")).isNotEqualTo(hash);
        assertThat(columns.lookup("1" + PLAIN, "")).isNotEqualTo(columns.lookup(PLAIN, "1"));
        assertThat(new AesColumnCipher(world.keyRing("tax")).lookup(PLAIN, "a")).isNotEqualTo(hash);
    }

    @Test
    void a_person_has_one_stable_pseudonym_per_recipient_whatever_the_tenure() {
        PersonRefs refs = new HmacPersonRefs(world.keyRing("registration"));
        List<String> first = values(refs.of(tenure(), ResidentId.of(PLAIN)));
        List<String> second = values(refs.of(tenure(), ResidentId.of(PLAIN)));
        assertThat(first).isEqualTo(second).doesNotHaveDuplicates().hasSize(4);
        assertThat(first).allSatisfy(value -> assertThat(value).doesNotContain(PLAIN));
        assertThat(values(refs.of(tenure(), ResidentId.of("440524188001010014"))))
                .doesNotContainAnyElementsOf(first);
    }

    private static OperatorTenureId tenure() {
        return OperatorTenureId.of(UUID.randomUUID().toString());
    }

    private static List<String> values(OperatorRefs refs) {
        return List.of(value(refs.tax()), value(refs.credit()), value(refs.subsidy()), value(refs.exchange()));
    }

    private static String value(Sealed<PersonRef> ref) {
        return ((Sealed.Open<PersonRef>) ref).value().value();
    }
}
