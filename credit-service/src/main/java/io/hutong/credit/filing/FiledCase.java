package io.hutong.credit.filing;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.identity.BizId;

/** A case that a business filed about one record that is shown of it. */
public interface FiledCase {
    BizId bizId();

    Subject subject();

    Filing<?> filing();

    Standing standing();

    /** Whether it is one of this business, and its present operator filed it. */
    default boolean filedByOperatorOf(KnownBusiness business) {
        return bizId().equals(business.bizId()) && filing().tenureId().equals(business.tenureId());
    }
}
