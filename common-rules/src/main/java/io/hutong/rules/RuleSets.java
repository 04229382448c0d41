package io.hutong.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All versions of all rule sets that were loaded together; immutable and checked as a whole. */
public final class RuleSets {
    private final Map<String, List<RuleSet>> versions;

    private RuleSets(Map<String, List<RuleSet>> versions) {
        this.versions = versions;
    }

    /** Reads every file and checks everything; throws {@link RulesInvalid} with all faults, or takes all of it. */
    public static RuleSets load(List<RuleFile> files) {
        List<RuleFault> faults = new ArrayList<>();
        Map<String, List<RuleSetReader.Read>> read = new TreeMap<>();
        for (RuleFile file : files) {
            for (RuleSetReader.Read one : RuleSetReader.read(file, faults)) {
                read.computeIfAbsent(one.ruleSet().id(), id -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, List<RuleSet>> versions = new TreeMap<>();
        read.forEach((id, all) -> {
            all.sort(Comparator.comparing(one -> one.ruleSet().validity().from()));
            compare(all, faults);
            versions.put(id, all.stream().map(RuleSetReader.Read::ruleSet).toList());
        });
        if (!faults.isEmpty()) {
            throw new RulesInvalid(faults);
        }
        return new RuleSets(Collections.unmodifiableMap(versions));
    }

    public static RuleSets load(RuleFile... files) {
        return load(List.of(files));
    }

    private static void compare(List<RuleSetReader.Read> all, List<RuleFault> faults) {
        for (int later = 0; later < all.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                RuleSet one = all.get(earlier).ruleSet();
                RuleSetReader.Read other = all.get(later);
                if (one.version().equals(other.ruleSet().version())) {
                    faults.add(other.fault(
                            "版本号“" + one.version() + "”重复", "version " + one.version() + " is there twice"));
                }
                if (one.validity().overlaps(other.ruleSet().validity())) {
                    faults.add(other.fault(
                            "有效期与 " + one.name() + " 重叠", "its validity overlaps with that of " + one.name()));
                }
            }
        }
    }

    public Set<String> ids() {
        return versions.keySet();
    }

    /** All versions of a rule set, oldest first. */
    public List<RuleSet> versions(String id) {
        List<RuleSet> all = versions.get(id);
        if (all == null) {
            throw new IllegalArgumentException("no rule set " + id);
        }
        return all;
    }

    /** The version in force on a day. */
    public RuleSet on(String id, LocalDate day) {
        for (RuleSet version : versions(id)) {
            if (version.validity().contains(day)) {
                return version;
            }
        }
        throw new NoRuleInForce(id, day);
    }

    /** A version by its number. */
    public RuleSet version(String id, String version) {
        return versions(id).stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule set " + id + "/" + version));
    }

    /** Days between two versions of one rule set on which none is in force. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        versions.forEach((id, all) -> {
            for (int next = 1; next < all.size(); next++) {
                LocalDate ended = all.get(next - 1).validity().to();
                LocalDate begins = all.get(next).validity().from();
                if (ended != null && ended.plusDays(1).isBefore(begins)) {
                    gaps.add(new Gap(id, ended.plusDays(1), begins.minusDays(1)));
                }
            }
        });
        return gaps;
    }

    /** Days without a version, both ends included. */
    public record Gap(String ruleSet, LocalDate from, LocalDate to) {}
}
