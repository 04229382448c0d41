package io.hutong.identity;

import io.hutong.data.BundledTable;
import io.hutong.time.EffectivePeriod;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which registering departments and classes of entity the first two characters of a code may name, and since when (GB
 * 32100-2015). New ones appear: one that is not in the table is a reason to look twice, never an error.
 */
public final class CreditCodePrefixes {
    private static final Finding UNUSUAL =
            new Finding("uscc.prefix", "登记管理部门和机构类别代码少见，请核对", "department and class of the code are unusual");

    private final Map<String, List<EffectivePeriod>> periods;
    private final LocalDate begin;

    private CreditCodePrefixes(Map<String, List<EffectivePeriod>> periods) {
        this.periods = Map.copyOf(periods);
        this.begin = periods.values().stream()
                .flatMap(List::stream)
                .map(EffectivePeriod::from)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** The table that comes with the product; read it once and keep it. */
    public static CreditCodePrefixes bundled() {
        return of(BundledTable.lines("credit-code-prefixes.csv"));
    }

    /** A table from lines of {@code prefix,department,class,from,through}; without a last day a prefix stays in use. */
    public static CreditCodePrefixes of(List<String> lines) {
        return new CreditCodePrefixes(lines.stream()
                .map(line -> line.split(",", -1))
                .collect(Collectors.groupingBy(
                        fields -> fields[0],
                        Collectors.mapping(fields -> period(fields[3], fields[4]), Collectors.toList()))));
    }

    /**
     * A hint when department and class are none that were given out on that day, the day of the code's issue. Whoever is
     * older than the codes got one when they came.
     */
    public Optional<Finding> warning(UnifiedSocialCreditCode code, LocalDate on) {
        LocalDate issued = on.isBefore(begin) ? begin : on;
        return periods.getOrDefault(code.prefix(), List.of()).stream().anyMatch(period -> period.contains(issued))
                ? Optional.empty()
                : Optional.of(UNUSUAL);
    }

    private static EffectivePeriod period(String from, String through) {
        return new EffectivePeriod(LocalDate.parse(from), through.isEmpty() ? null : LocalDate.parse(through));
    }
}
