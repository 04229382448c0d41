package io.hutong.tax.fact;

import io.hutong.identity.BizId;

/** The facts of this business could not be recorded; nothing of the chunk was. */
final class BusinessFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BizId bizId;

    BusinessFailed(BizId bizId, RuntimeException cause) {
        super("facts of " + bizId + " could not be recorded", cause);
        this.bizId = bizId;
    }

    BizId bizId() {
        return bizId;
    }
}
