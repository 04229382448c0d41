package io.hutong.tax.taxpayer;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All taxpayers of this office. */
public interface Taxpayers {
    Optional<Taxpayer> find(BizId bizId);

    Optional<Taxpayer> find(UnifiedSocialCreditCode uscc);

    List<Taxpayer> all(Collection<BizId> ids);

    /** Whether there is one, without reading it: to be asked before the business is locked. */
    boolean exists(BizId bizId);

    /** The businesses and current tenures behind codes as they are now, for files; unknown codes are absent. */
    Map<UnifiedSocialCreditCode, Key> keys(Collection<UnifiedSocialCreditCode> codes);

    /** In order of id, those after the given one. */
    List<Taxpayer> after(@Nullable BizId last, int limit);

    void add(Taxpayer taxpayer);

    /** Stores the new state under the next version. */
    void save(Taxpayer taxpayer);

    /** A business and the tenure that is current at tax. */
    record Key(BizId bizId, OperatorTenureId tenureId) {}

    /** The taxpayer that must be there: an event or command about a business comes after its opening. */
    default Taxpayer require(BizId bizId) {
        return find(bizId).orElseThrow(() -> new IllegalStateException("no taxpayer " + bizId));
    }
}
