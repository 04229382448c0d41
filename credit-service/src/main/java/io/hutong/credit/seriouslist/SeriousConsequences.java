package io.hutong.credit.seriouslist;

/** What hangs on the list elsewhere: told in the transaction of each decision, the stream of the business locked. */
public interface SeriousConsequences {
    void listed(SeriousEntry entry);

    void removed(SeriousEntry entry);
}
