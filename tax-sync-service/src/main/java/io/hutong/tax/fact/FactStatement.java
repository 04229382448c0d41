package io.hutong.tax.fact;

import io.hutong.events.Money;
import io.hutong.identity.Finding;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact as an officer or a file states it, before it belongs to a business and has a place in the log. */
public record FactStatement(
        FactItem item,
        FactValue value,
        @Nullable Money amount,
        @Nullable String note,
        String source,
        LocalDate validFrom) {
    public static final int LONGEST_NOTE = 400;
    public static final int LONGEST_SOURCE = 100;

    /** What is wrong with it, if anything. */
    public Optional<Finding> fault(LocalDate today) {
        if (value == FactValue.NOT_APPLICABLE && !item.mayBeNotApplicable()) {
            return Optional.of(new Finding(
                    "fact.not-applicable", "只有“税控专用设备已缴销”可以填“不适用”", "only DEVICES_CANCELLED can be not applicable"));
        }
        if (validFrom.isAfter(today)) {
            return Optional.of(
                    new Finding("fact.future", "生效日期不能晚于今天", "a fact is not valid from a day in the future"));
        }
        if (amount != null && amount.fen() < 0) {
            return Optional.of(new Finding("fact.amount", "金额不能为负数", "an amount is not negative"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            return Optional.of(new Finding("fact.note", "备注最多 400 个字符", "a note has at most 400 characters"));
        }
        if (TaxFact.SYSTEM.equals(source)) {
            return Optional.of(new Finding(
                    "fact.source", "来源 SYSTEM 由系统保留", "the source SYSTEM is reserved for what tax assumes by itself"));
        }
        return source.isBlank() || source.length() > LONGEST_SOURCE
                ? Optional.of(new Finding("fact.source", "来源必填，最多 100 个字符", "a source has 1 to 100 characters"))
                : Optional.empty();
    }
}
