package io.hutong.identity;

import io.hutong.data.BundledTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The divisions of China down to the county, and below it those of the districts that use the product. Codes that have
 * been withdrawn are not in it: an unknown code is a reason to look twice, not to reject.
 */
public final class Divisions {
    private static final Set<String> GROUPINGS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");
    private static final List<String> SOURCES =
            List.of("divisions.csv", "townships-zhangye.csv", "villages-ganzhou.csv");

    private final Map<DivisionCode, Division> byCode;

    private Divisions(Map<DivisionCode, Division> byCode) {
        this.byCode = byCode;
    }

    /** The table that comes with the product; read it once and keep it. */
    public static Divisions bundled() {
        Map<DivisionCode, Division> byCode = new HashMap<>();
        for (String source : SOURCES) {
            for (String line : BundledTable.lines(source)) {
                String[] fields = line.split(",", -1);
                DivisionCode code = DivisionCode.of(fields[0]);
                byCode.putIfAbsent(code, new Division(code, fields[1]));
            }
        }
        return new Divisions(Map.copyOf(byCode));
    }

    public Optional<Division> find(DivisionCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The division one level up. */
    public Optional<Division> parent(DivisionCode code) {
        return code.parent().flatMap(this::find);
    }

    /** The divisions directly below, by code. */
    public List<Division> children(DivisionCode code) {
        return byCode.values().stream()
                .filter(division ->
                        division.code().parent().filter(code::equals).isPresent())
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The name with what stands above it up to the prefecture, as business names need it: 张掖市甘州区 (Order 103 art. 14). */
    public Optional<String> fullName(DivisionCode code) {
        return joined(code, 2);
    }

    /** The name with everything above it: 甘肃省张掖市甘州区. */
    public Optional<String> postalName(DivisionCode code) {
        return joined(code, 1);
    }

    private Optional<String> joined(DivisionCode code, int firstLevel) {
        if (!byCode.containsKey(code)) {
            return Optional.empty();
        }
        List<Division> path = path(code);
        // municipalities have no prefecture of their own: the province's name stands for it
        boolean municipality = path.size() > 1
                && GROUPINGS.contains(path.get(1).name())
                && path.get(0).name().endsWith("市");
        int from = path.size() == 1 || municipality ? 0 : firstLevel - 1;
        return Optional.of(path.subList(from, path.size()).stream()
                .map(Division::name)
                .filter(name -> !GROUPINGS.contains(name))
                .collect(Collectors.joining()));
    }

    private List<Division> path(DivisionCode code) {
        List<Division> path = new ArrayList<>();
        for (Optional<DivisionCode> at = Optional.of(code);
                at.isPresent();
                at = at.get().parent()) {
            find(at.get()).ifPresent(division -> path.add(0, division));
        }
        return path;
    }
}
