package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;

/**
 * Who tells others what other agencies stated: told in the transaction of each event
 * or confirmation, the stream of the business locked.
 */
public interface RecordConsequences {
    /** What happened to a permit. */
    enum Step {
        GRANTED,
        CHANGED,
        ENDED,
        /** Its first day has come. */
        IN_FORCE,
        /** Its last day is over. */
        EXPIRED
    }

    void permit(BizId bizId, Permit permit, Step step);

    /** It has ended on the day of which was told before: only a profile says so from now on. */
    void permitEnded(BizId bizId);

    /** They were announced, or are no longer. */
    void arrears(Arrears arrears);

    /** Credit knows no longer what there is. */
    void inDoubt(BizId bizId, RecordKind kind);

    /** Credit knows again what there is. */
    void knownAgain(BizId bizId, RecordKind kind);
}
