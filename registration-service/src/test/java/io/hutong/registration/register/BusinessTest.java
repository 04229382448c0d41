package io.hutong.registration.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessTest {
    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void a_terminal_status_ends_commands_with_its_reason(BusinessStatus status) {
        Business business = business(status);
        if (status.terminal()) {
            assertThatThrownBy(() -> business.commandable(3)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.type().status()).isEqualTo(409);
                assertThat(problem.extensions()).containsEntry("businessStatus", status.name());
            });
        } else {
            assertThat(business.commandable(3)).isSameAs(business);
        }
    }

    @Test
    void an_old_version_is_told_the_current_one() {
        assertThatThrownBy(() -> business(BusinessStatus.ACTIVE).commandable(2))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().status()).isEqualTo(412);
                    assertThat(problem.extensions()).containsEntry("currentVersion", 3L);
                });
    }

    private static Business business(BusinessStatus status) {
        var particulars = new Particulars(
                UnifiedSocialCreditCode.of("92620702PDY000028N"),
                EntityType.INDIVIDUAL_PERSON,
                LocalDate.of(2020, 1, 1),
                new Industry("H", "6210"),
                false,
                new Registrar("局", DivisionCode.of("620702")));
        var state = new RegisterState(
                status,
                "名",
                List.of(new ScopeItem("1", "餐饮")),
                List.of(new Address(DivisionCode.of("620702"), "1号", Address.Kind.PHYSICAL)),
                new TenureRef(new OperatorTenureId(UUID.randomUUID()), "甲"),
                null);
        return new Business(
                new BizId(UUID.randomUUID()),
                3,
                particulars,
                state,
                LocalDate.of(2020, 1, 1),
                null,
                SeparateRegister.NEVER);
    }
}
