package io.hutong.credit.abnormallist;

import java.util.List;

/** What hangs on the list elsewhere: told in the transaction of each decision, the streams of the businesses locked. */
public interface ListConsequences {
    void listed(List<AbnormalEntry> entries);

    /** It was shown until now. */
    void removed(AbnormalEntry entry);

    /** Its days of being shown were over before. */
    void removedUnseen(AbnormalEntry entry);

    /** Its days of being shown are over; the entry holds on. */
    void shownNoLonger(AbnormalEntry entry);
}
