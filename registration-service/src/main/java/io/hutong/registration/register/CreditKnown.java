package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.rules.Fact;

/** What credit has stated of the conditions for which it answers; what it has not stated is unknown. */
public interface CreditKnown {
    /**
     * Whether the business is on a list, and whether its report was filed; each with the decision that says so. Where credit has
     * spoken but the register lacks one of its statements about the lists, {@code listed} is unknown with credit as its source.
     */
    record Answers(Fact listed, Fact reportFiled) {
        public static final Answers NONE = new Answers(Fact.UNKNOWN, Fact.UNKNOWN);

        /** Whether credit has spoken, but the register cannot tell who is on a list. */
        public boolean inDoubt() {
            return !listed.value().known() && !listed.equals(Fact.UNKNOWN);
        }
    }

    /** The answers about this business, and about its annual report for that year. */
    Answers of(BizId bizId, int reportYear);
}
