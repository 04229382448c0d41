package io.hutong.registration.restriction;

import io.hutong.identity.BizId;
import io.hutong.registration.register.AuthorityRestrictions;
import io.hutong.registration.register.ReadRegister;
import io.hutong.registration.restriction.Restriction.Kind;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows what authorities ordered against a business, and answers the conditions that depend on it. */
@ApplicationScoped
public class ReadRestrictions implements AuthorityRestrictions {
    private final ReadRegister register;
    private final Restrictions restrictions;

    public ReadRestrictions(ReadRegister register, Restrictions restrictions) {
        this.register = register;
        this.restrictions = restrictions;
    }

    /** The latest first; 404 if there is no such business. */
    @Transactional
    public List<Restriction> all(BizId bizId) {
        register.business(bizId);
        return restrictions.of(bizId);
    }

    @Override
    public Standing of(BizId bizId) {
        List<Restriction> standing = restrictions.standing(bizId);
        return new Standing(answer(standing, Kind.CASE), answer(standing, Kind.FREEZE));
    }

    private static Fact answer(List<Restriction> standing, Kind kind) {
        return standing.stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .map(one -> Fact.of(Value.of(true), one.imposed().documentNo()))
                .orElse(Fact.UNKNOWN);
    }
}
