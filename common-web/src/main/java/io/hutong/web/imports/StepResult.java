package io.hutong.web.imports;

import io.hutong.identity.InvalidValue;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one step did with its lines; {@code hints} counts the lines of each code. */
record StepResult(int lines, int taken, int known, List<Refusal> refused, SortedMap<String, Integer> hints) {
    StepResult {
        refused = List.copyOf(refused);
        hints = Collections.unmodifiableSortedMap(new TreeMap<>(hints));
    }

    /** Puts together what was refused at reading and what the kind said of the others. */
    static <T> StepResult of(List<ReadLine<T>> lines, List<LineOutcome> outcomes) {
        Iterator<LineOutcome> said = outcomes.iterator();
        int taken = 0;
        int known = 0;
        List<Refusal> refused = new ArrayList<>();
        SortedMap<String, Integer> hints = new TreeMap<>();
        for (ReadLine<T> line : lines) {
            LineOutcome outcome = line.content() == null ? null : said.next();
            if (line.refusal() != null) {
                refused.add(line.refusal());
            } else if (outcome instanceof LineOutcome.Refused because) {
                refused.add(Refusal.of(line.number(), because.reason()));
            } else if (outcome instanceof LineOutcome.Known) {
                known++;
            } else if (outcome instanceof LineOutcome.Taken done) {
                taken++;
                done.hints().forEach(hint -> hints.merge(hint.code(), 1, Integer::sum));
            }
        }
        return new StepResult(lines.size(), taken, known, refused, hints);
    }

    /** A refused line with its reason in both languages. */
    record Refusal(RefusedLine line, String reasonEn) {

        static Refusal of(long number, InvalidValue invalid) {
            return new Refusal(new RefusedLine(number, "", invalid.code(), invalid.zh()), invalid.en());
        }

        static Refusal of(long number, Problem problem) {
            List<Violation> violations = problem.violations();
            if (violations.isEmpty()) {
                return new Refusal(
                        new RefusedLine(number, "", problem.type().slug(), problem.detailZh()), problem.detailEn());
            }
            Violation first = violations.get(0);
            String column = first.pointer().replaceFirst("^/", "");
            return new Refusal(
                    new RefusedLine(number, column, first.code(), joined(violations, Violation::zh, "；")),
                    joined(violations, Violation::en, "; "));
        }

        /** It failed alone again and again, and not for the surroundings. */
        static Refusal failed(long number) {
            return new Refusal(
                    new RefusedLine(number, "", "line.failed", "处理此行时反复出错，请与系统运维人员联系"),
                    "this line failed again and again; ask the operators");
        }

        private static String joined(List<Violation> violations, Function<Violation, String> text, String separator) {
            return violations.stream().map(text).collect(Collectors.joining(separator));
        }
    }
}
