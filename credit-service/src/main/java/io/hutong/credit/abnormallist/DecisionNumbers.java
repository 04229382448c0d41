package io.hutong.credit.abnormallist;

/** The running numbers of decisions: within a year each is used once, in order, without gaps. */
public interface DecisionNumbers {
    /** Takes {@code count} numbers and returns the first; kept if the transaction commits. */
    int take(DecisionKind kind, int year, int count);
}
