package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.rules.Fact;

/** What authorities and courts forbid a business, as far as it was recorded; what was not is unknown, not absent. */
public interface AuthorityRestrictions {
    /** Whether a case is open or a fine unpaid (C5), and whether it is frozen (C6): yes with the document that says so, or unknown. */
    record Standing(Fact caseOpen, Fact frozen) {
        public static final Standing NONE = new Standing(Fact.UNKNOWN, Fact.UNKNOWN);

        public boolean any() {
            return caseOpen.value().known() || frozen.value().known();
        }
    }

    Standing of(BizId bizId);
}
