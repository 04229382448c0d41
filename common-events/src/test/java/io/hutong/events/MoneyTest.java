package io.hutong.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hutong.identity.InvalidValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTest {
    @Test
    void yuan_become_fen_and_back() {
        assertThat(Money.ofYuan(new BigDecimal("12.30")))
                .isEqualTo(new Money(1230))
                .hasToString("¥12.30");
        assertThat(new Money(5).yuan()).isEqualByComparingTo("0.05");
    }

    @Test
    void nothing_is_rounded() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Money.ofYuan(new BigDecimal("0.005")));
    }

    @Test
    void sums_never_wrap_round() {
        assertThat(new Money(7).plus(new Money(3)).minus(new Money(4))).isEqualTo(new Money(6));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }
}
