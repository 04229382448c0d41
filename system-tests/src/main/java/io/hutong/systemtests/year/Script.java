package io.hutong.systemtests.year;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Who does what in the year, drawn from a seed; the figures are computed from this alone. Nobody stands in two lists but for
 * {@code corrected} and {@code wrong}, which are among {@code online}.
 *
 * @param online file at the page in time
 * @param corrected file in time and correct before 30 June
 * @param wrong send wrong data first and are refused
 * @param paper hand in on paper what is not to be shown
 * @param penalised file online in time and get a penalty
 * @param unreachable file online in time and are not found at their premises
 * @param falsifiers file online in time what is not true
 * @param closed leave the register in May without a report
 * @param excluded do not file and are left out of the list by a person
 * @param meanwhile file between the proposal of the list and its signature
 * @param late file after they were listed
 * @param never do not file
 */
record Script(
        List<String> online,
        List<String> corrected,
        List<String> wrong,
        List<String> paper,
        List<String> penalised,
        List<String> unreachable,
        List<String> falsifiers,
        List<String> closed,
        List<String> excluded,
        List<String> meanwhile,
        List<String> late,
        List<String> never) {

    static Script draw(List<String> businesses, long seed) {
        List<String> drawn = new ArrayList<>(businesses);
        Collections.shuffle(drawn, new Random(seed));
        Iterator<String> next = drawn.iterator();
        int all = drawn.size();
        List<String> paper = take(next, Math.max(2, all / 28));
        List<String> penalised = take(next, 6 * Math.max(1, all / 900));
        List<String> unreachable = take(next, 2 * Math.max(1, all / 5000));
        List<String> falsifiers = take(next, Math.max(2, all / 10_000));
        int others = all * 88 / 100 - paper.size() - penalised.size() - unreachable.size() - falsifiers.size();
        List<String> ordinary = take(next, Math.max(4, others));
        List<String> closed = take(next, Math.max(2, all / 200));
        List<String> excluded = take(next, Math.max(2, all / 1250));
        List<String> meanwhile = take(next, Math.max(2, all / 1250));
        List<String> rest = new ArrayList<>();
        next.forEachRemaining(rest::add);
        List<String> online = new ArrayList<>(ordinary);
        online.addAll(penalised);
        online.addAll(unreachable);
        online.addAll(falsifiers);
        return new Script(
                List.copyOf(online),
                ordinary.subList(0, ordinary.size() / 20),
                ordinary.subList(ordinary.size() / 2, ordinary.size() / 2 + Math.max(1, ordinary.size() / 30)),
                paper,
                penalised,
                unreachable,
                falsifiers,
                closed,
                excluded,
                meanwhile,
                List.copyOf(rest.subList(0, rest.size() * 6 / 10)),
                List.copyOf(rest.subList(rest.size() * 6 / 10, rest.size())));
    }

    /** With those among the late, the first of them. */
    Script withLate(List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addAll(late);
        return new Script(
                online,
                corrected,
                wrong,
                paper,
                penalised,
                unreachable,
                falsifiers,
                closed,
                excluded,
                meanwhile,
                List.copyOf(all),
                never);
    }

    private static List<String> take(Iterator<String> next, int count) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(next.next());
        }
        return List.copyOf(taken);
    }

    int everybody() {
        return online.size() + paper.size() + closed.size() + candidates();
    }

    /** On the register on 1 July without a report. */
    int candidates() {
        return excluded.size() + meanwhile.size() + late.size() + never.size();
    }

    int listed() {
        return late.size() + never.size();
    }

    /** The nth of so many parts of a list. */
    static List<String> part(List<String> all, int n, int parts) {
        return all.subList((int) ((long) all.size() * n / parts), (int) ((long) all.size() * (n + 1) / parts));
    }
}
