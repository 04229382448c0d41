package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All businesses of the register. */
public interface Businesses {

    /** The last business of a page by name. */
    record After(String name, BizId bizId) {}

    Optional<Business> find(BizId id);

    Optional<Business> find(UnifiedSocialCreditCode uscc);

    /** Those of many codes that are in the register. */
    Map<UnifiedSocialCreditCode, Business> find(Collection<UnifiedSocialCreditCode> usccs);

    /** Businesses whose name begins so, by name. */
    List<Business> named(String prefix, @Nullable After after, int limit);

    /** All businesses by their identity, for exports. */
    List<Business> after(@Nullable BizId last, int limit);

    /** Whose term of suspended trade is over. */
    List<BizId> suspendedUntilBefore(LocalDate day, int limit);

    void add(Business business);

    /** Stores the new state; the business's stream must be locked. */
    void save(Business business);
}
