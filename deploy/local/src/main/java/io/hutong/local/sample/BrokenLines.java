package io.hutong.local.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks businesses here and there in a register, in every way in turn, until the wanted number of lines is broken, and
 * keeps which lines a load must refuse and why.
 */
final class BrokenLines {
    private final int wanted;
    private final int every;
    private final List<String> expected = new ArrayList<>();
    private int seen;
    private int broken;
    private long line = 2;

    BrokenLines(int wanted, int businesses) {
        if (wanted < 0 || wanted > businesses / 2) {
            throw new IllegalArgumentException("at most every other line is broken");
        }
        this.wanted = wanted;
        this.every = wanted == 0 ? Integer.MAX_VALUE : businesses / wanted;
    }

    /** How this business is to be broken, if it is; to be asked for each in order. */
    Optional<Breakage> next() {
        seen++;
        boolean whole = seen % every != 0 || expected.size() >= wanted;
        if (whole) {
            line++;
            return Optional.empty();
        }
        Breakage next = Breakage.values()[broken % Breakage.values().length];
        Breakage fitting = expected.size() + next.codes().size() > wanted ? Breakage.OPEN_QUOTE : next;
        broken++;
        for (String code : fitting.codes()) {
            expected.add(line++ + "," + code);
        }
        return Optional.of(fitting);
    }

    /** {@code line,code} of each line that must be refused, in order. */
    List<String> expected() {
        return List.copyOf(expected);
    }
}
