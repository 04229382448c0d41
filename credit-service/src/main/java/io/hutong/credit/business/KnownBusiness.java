package io.hutong.credit.business;

import io.hutong.events.BusinessStatus;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
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
     * What else the licence shows to everybody: the operator's name, the scope, and the premises as people write them. Each is
     * absent or empty, that is unknown, until the register has stated it since credit keeps it.
     */
    public record Licence(@Nullable String operatorName, List<String> scope, List<String> premises) {
        public Licence {
            scope = List.copyOf(scope);
            premises = List.copyOf(premises);
        }

        static final Licence UNKNOWN = new Licence(null, List.of(), List.of());

        /** Which of these, by their names, are unknown. */
        public List<String> unknown() {
            List<String> unknown = new ArrayList<>();
            if (operatorName == null) {
                unknown.add("operatorName");
            }
            if (scope.isEmpty()) {
                unknown.add("scope");
            }
            if (premises.isEmpty()) {
                unknown.add("premises");
            }
            return unknown;
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

    /** The same as if the register had told nothing of what else stands on the licence. */
    public KnownBusiness withoutLicence() {
        return licensed(Licence.UNKNOWN);
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
