package io.hutong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.AgencyCode;
import io.hutong.events.PersonRef;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers of JSON rely on: {@code of} is static, and gives back the object whose text it is given. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextValuesTest {
    private static final String UUID = "019ab3c0-0000-7000-8000-00000000c001";
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");

    static Stream<TextValue> values() {
        return Stream.of(
                BizId.of(UUID),
                ChangeId.of(UUID),
                EventId.of(UUID),
                CertificateId.of(UUID),
                ReportId.of(UUID),
                AbnormalEntryId.of(UUID),
                ConsentId.of(UUID),
                DemandId.of(UUID),
                ObjectionId.of(UUID),
                PenaltyId.of(UUID),
                SeriousEntryId.of(UUID),
                RepairId.of(UUID),
                RepairTargetId.of(UUID),
                OperatorTenureId.of(UUID),
                GANZHOU,
                OrganisationCode.of("PDY00002-8"),
                UnifiedSocialCreditCode.synthetic(GANZHOU, 7),
                ResidentId.synthetic(GANZHOU, 7),
                PersonRef.of("AbC-_1"),
                AgencyCode.of("FI-620702-ABC"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_read_back_from_its_own_text(TextValue value) throws ReflectiveOperationException {
        Method of = value.getClass().getMethod("of", String.class);
        assertThat(Modifier.isStatic(of.getModifiers())).isTrue();
        assertThat(of.invoke(null, value.value())).isEqualTo(value);
    }
}
