package io.hutong.credit.business;

import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business as the register's events tell it: what credit decisions, prefilled reports and banks need to know. */
public record KnownBusiness(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        @Nullable String name,
        DivisionCode registrar,
        LocalDate establishedOn,
        OperatorTenureId tenureId,
        List<String> onlinePlaces,
        BusinessStatus status,
        Licence licence) {

    public KnownBusiness {
        onlinePlaces = List.copyOf(onlinePlaces);
    }

    /**
     * What else the licence shows to everybody: the operator's name, the scope, and the premises as people write them. All is
     * absent of a business of which the register has told nothing since credit keeps it.
     */
    public record Licence(@Nullable String operatorName, List<String> scope, List<String> premises) {
        public Licence {
            scope = List.copyOf(scope);
            premises = List.copyOf(premises);
        }

        Licence operatedBy(String other) {
            return new Licence(other, scope, premises);
        }

        Licence offering(List<String> others) {
            return new Licence(operatorName, others, premises);
        }

        Licence at(List<String> others) {
            return new Licence(operatorName, scope, others);
        }
    }

    KnownBusiness named(@Nullable String other) {
        return new KnownBusiness(bizId, uscc, other, registrar, establishedOn, tenureId, onlinePlaces, status, licence);
    }

    KnownBusiness operatedUnder(OperatorTenureId other) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, other, onlinePlaces, status, licence);
    }

    KnownBusiness tradingOnlineAt(List<String> others) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, tenureId, others, status, licence);
    }

    KnownBusiness in(BusinessStatus other) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, tenureId, onlinePlaces, other, licence);
    }

    KnownBusiness licensed(Licence other) {
        return new KnownBusiness(bizId, uscc, name, registrar, establishedOn, tenureId, onlinePlaces, status, other);
    }
}
