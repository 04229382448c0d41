package io.hutong.events;

import io.hutong.identity.Finding;
import io.hutong.identity.InvalidValue;
import java.math.BigDecimal;

/** An amount in renminbi, counted in fen (1 yuan = 100 fen). */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** Takes yuan with at most two decimals; nothing is ever rounded. */
    public static Money ofYuan(BigDecimal yuan) {
        try {
            return new Money(yuan.movePointRight(2).longValueExact());
        } catch (ArithmeticException tooFine) {
            throw new InvalidValue(new Finding(
                    "money.scale", "金额最多两位小数且不得超出范围", "an amount has at most two decimals and is within range"));
        }
    }

    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return "¥" + yuan().toPlainString();
    }
}
