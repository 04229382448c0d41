package io.hutong.rules;

import java.util.ArrayList;
import java.util.List;

/** A union of boxes, kept small: a box inside another is dropped. */
final class Boxes {
    /** Above this a rule set is too entangled to be searched whole; the result then is no longer complete. */
    private static final int MOST = 4_000;

    private final List<Box> boxes = new ArrayList<>();
    private boolean cut;

    static Boxes of(Box box) {
        Boxes one = new Boxes();
        one.add(box);
        return one;
    }

    List<Box> list() {
        return boxes;
    }

    /** Whether boxes were left out. */
    boolean cut() {
        return cut;
    }

    void add(Box box) {
        for (Box mine : boxes) {
            if (mine.covers(box)) {
                return;
            }
        }
        boxes.removeIf(box::covers);
        if (boxes.size() < MOST) {
            boxes.add(box);
        } else {
            cut = true;
        }
    }

    void addAll(Boxes others) {
        others.boxes.forEach(this::add);
        cut |= others.cut;
    }

    Boxes meet(Boxes others) {
        Boxes both = new Boxes();
        for (Box mine : boxes) {
            for (Box theirs : others.boxes) {
                Box common = mine.meet(theirs);
                if (common != null) {
                    both.add(common);
                }
            }
        }
        both.cut |= cut || others.cut;
        return both;
    }
}
