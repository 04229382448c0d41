package io.hutong.registration.creditstanding;

import io.hutong.events.CreditEvent;
import io.hutong.identity.BizId;
import io.hutong.registration.register.Register;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps what credit states about a business, also about one that has ended, so that conditions C3 and C4 are answered from it
 * (Order 103 art. 18). Runs in the transaction of the inbox.
 */
@ApplicationScoped
public class RecordCreditStanding {
    private final Register register;
    private final CreditStandings standings;

    public RecordCreditStanding(Register register, CreditStandings standings) {
        this.register = register;
        this.standings = standings;
    }

    /**
     * Tells whether the event is about reports or a list. What is not leaves the register where it was, ignorant of the business or
     * not.
     */
    public boolean handle(BizId bizId, CreditEvent event) {
        if (!CreditStanding.isChangedBy(event)) {
            return false;
        }
        register.lock(bizId);
        standings.save(bizId, known(bizId).after(event));
        return true;
    }

    /** What will never come. */
    public enum Missed {
        ABNORMAL_LISTING,
        ABNORMAL_REMOVAL,
        SERIOUS_LISTING,
        SERIOUS_REMOVAL
    }

    /** A statement about a list will never come; the business's stream is locked already. */
    public void skipped(BizId bizId, Missed missed) {
        CreditStanding before = known(bizId);
        standings.save(
                bizId,
                switch (missed) {
                    case ABNORMAL_LISTING -> before.afterMissedListing();
                    case ABNORMAL_REMOVAL -> before.afterGap();
                    case SERIOUS_LISTING -> before.with(before.serious().afterMissedListing());
                    case SERIOUS_REMOVAL -> before.with(before.serious().afterGap());
                });
    }

    private CreditStanding known(BizId bizId) {
        return standings.find(bizId).orElse(CreditStanding.CLEAN);
    }
}
