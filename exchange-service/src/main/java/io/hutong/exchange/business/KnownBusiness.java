package io.hutong.exchange.business;

import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the exchange keeps of a business to judge who may speak about it. */
public record KnownBusiness(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        DivisionCode registrar,
        Set<DivisionCode> premises,
        OperatorTenureId tenureId,
        BusinessStatus status) {

    public KnownBusiness {
        premises = Set.copyOf(premises);
    }

    /** The divisions it belongs to: where it is registered and where it trades. */
    public Set<DivisionCode> places() {
        return Stream.concat(Stream.of(registrar), premises.stream()).collect(Collectors.toUnmodifiableSet());
    }

    KnownBusiness at(Set<DivisionCode> others) {
        return new KnownBusiness(bizId, uscc, registrar, others, tenureId, status);
    }

    KnownBusiness operatedUnder(OperatorTenureId other) {
        return new KnownBusiness(bizId, uscc, registrar, premises, other, status);
    }

    KnownBusiness in(BusinessStatus other) {
        return new KnownBusiness(bizId, uscc, registrar, premises, tenureId, other);
    }
}
