package io.hutong.credit.penalty;

/** What hangs on penalties elsewhere: told in the same transaction. */
public interface PenaltyConsequences {
    /** The decision fell. */
    void withdrawn(Penalty penalty, String by);
}
