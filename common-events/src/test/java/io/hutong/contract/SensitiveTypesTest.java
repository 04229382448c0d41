package io.hutong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.EventTypes;
import io.hutong.events.OperatorRefs;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.Sealed;
import io.hutong.identity.ResidentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SensitiveTypesTest {
    @Test
    void no_event_has_a_sensitive_type_outside_a_seal() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(
                                SensitiveTypes.inClear(EventTypes.classOf(type).orElseThrow()))
                        .isEmpty());
    }

    @Test
    void the_rule_finds_them_wherever_they_hide() {
        assertThat(SensitiveTypes.inClear(Careless.class))
                .containsExactlyInAnyOrder("/id", "/people", "/nested/identity", "/maybe");
    }

    @Test
    void sensitive_values_never_print_themselves() {
        ResidentId id = ResidentId.of("620702190001010013");
        assertThat(new PersonIdentity("赵一", id, "某处", "13900000000").toString()).doesNotContain("赵", "139", "1900");
        assertThat(new PersonRef("abc").toString()).doesNotContain("abc");
    }

    private record Careless(
            ResidentId id,
            List<PersonIdentity> people,
            Nested nested,
            @Nullable PersonRef maybe,
            Sealed<PersonIdentity> right,
            OperatorRefs alsoRight) {}

    private record Nested(PersonIdentity identity, String text) {}
}
