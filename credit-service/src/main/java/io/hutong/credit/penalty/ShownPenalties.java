package io.hutong.credit.penalty;

/** Who tells others what is shown of penalties: told in the transaction of each step, the stream of the business locked. */
public interface ShownPenalties {
    /** It is shown from now on, or no longer; also when what had been shown before falls. */
    void changed(Penalty before, Penalty now);
}
