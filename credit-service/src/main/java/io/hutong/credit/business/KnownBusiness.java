package io.hutong.credit.business;

import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business as the register's events tell it: what credit decisions and prefilled reports need to know. */
public record KnownBusiness(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        @Nullable String name,
        DivisionCode registrar,
        LocalDate establishedOn,
        OperatorTenureId tenureId,
        List<String> onlinePlaces,
        BusinessStatus status) {

    public KnownBusiness {
        onlinePlaces = List.copyOf(onlinePlaces);
    }

    KnownBusiness named(@Nullable String other) {
        return new KnownBusiness(bizId, uscc, other, registrar, establishedOn, tenureId, onlinePlaces, status);
    }

    KnownBusiness operatedUnder(OperatorTenureId other) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, other, onlinePlaces, status);
    }

    KnownBusiness tradingOnlineAt(List<String> others) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, tenureId, others, status);
    }

    KnownBusiness in(BusinessStatus other) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, tenureId, onlinePlaces, other);
    }
}
