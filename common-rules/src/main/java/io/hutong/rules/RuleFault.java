package io.hutong.rules;

/** One thing that is wrong in a rule file: where, in which rule, and what, in both languages. */
public record RuleFault(String file, int line, String rule, String zh, String en) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + rule + ": " + zh + " / " + en;
    }
}
