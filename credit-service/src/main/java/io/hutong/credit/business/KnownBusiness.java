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
        String operatorName,
        List<String> onlinePlaces,
        BusinessStatus status) {

    public KnownBusiness {
        onlinePlaces = List.copyOf(onlinePlaces);
    }

    KnownBusiness named(@Nullable String other) {
        return new KnownBusiness(
                bizId, uscc, other, registrar, establishedOn, tenureId, operatorName, onlinePlaces, status);
    }

    KnownBusiness runBy(OperatorTenureId otherTenure, String other) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, otherTenure, other, onlinePlaces, status);
    }

    KnownBusiness tradingOnlineAt(List<String> others) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, tenureId, operatorName, others, status);
    }

    KnownBusiness in(BusinessStatus other) {
        return new KnownBusiness(
                bizId, uscc, name, registrar, establishedOn, tenureId, operatorName, onlinePlaces, other);
    }
}
