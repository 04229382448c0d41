package io.hutong.tax.changesync;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.ChangedFacts;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.taxpayer.Operator;
import io.hutong.tax.taxpayer.Taxpayer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of the register asks tax to do. */
public sealed interface Content {
    ChangeKind kind();

    /** A taxpayer begins; {@code initialLoad} when it was taken over from the bureau's earlier register. */
    record Opening(Taxpayer taxpayer, Operator operator, boolean initialLoad) implements Content {
        @Override
        public ChangeKind kind() {
            return ChangeKind.OPENING;
        }
    }

    /** Other facts; {@code licenceReissued} when a new licence was issued with them, absent where it is not known. */
    record NewFacts(ChangedFacts after, @Nullable Boolean licenceReissued) implements Content {
        @Override
        public ChangeKind kind() {
            return ChangeKind.FACTS;
        }

        /** Whether everything that it is about was changed again by these. */
        boolean madeGoodBy(List<NewFacts> later) {
            return (!after.touchesName() || later.stream().anyMatch(one -> one.after.touchesName()))
                    && (after.scope() == null || later.stream().anyMatch(one -> one.after.scope() != null))
                    && (after.premises() == null || later.stream().anyMatch(one -> one.after.premises() != null));
        }

        /** Whether both are about the name, the scope or the premises. */
        boolean touchesWhat(NewFacts other) {
            return after.touchesName() && other.after.touchesName()
                    || after.scope() != null && other.after.scope() != null
                    || after.premises() != null && other.after.premises() != null;
        }
    }

    /** Another operator; {@code oldTenureId} is the tenure that ends, whose facts the gate reads. */
    record NewOperator(
            OperatorChangeKind way,
            Regime regime,
            OperatorTenureId oldTenureId,
            OperatorTenureId newTenureId,
            Operator operator,
            @Nullable CertificateId certificateId)
            implements Content {
        @Override
        public ChangeKind kind() {
            return ChangeKind.OPERATOR;
        }

        NewOperator ending(OperatorTenureId other) {
            return new NewOperator(way, regime, other, newTenureId, operator, certificateId);
        }
    }

    record NewOperatorName(OperatorTenureId tenureId, Operator operator) implements Content {
        @Override
        public ChangeKind kind() {
            return ChangeKind.OPERATOR_NAME;
        }
    }

    /** Suspension or resumption: noted, without any tax stop of its own. */
    record Notice(
            ChangeKind kind,
            BusinessStatus status,
            @Nullable LocalDate until) implements Content {}

    /**
     * Leaving the register; {@code uncleared} when that should have been with a certificate and none in force was shown
     * (Order 103 art. 30-31).
     */
    record Departure(
            @Nullable CertificateId certificateId, @Nullable DeregistrationProcedure procedure, boolean uncleared)
            implements Content {
        Departure cleared(boolean byCertificate) {
            boolean missing = procedure == DeregistrationProcedure.ORDINARY && !byCertificate;
            return new Departure(certificateId, procedure, missing);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.DEREGISTRATION;
        }
    }

    record Annulment(ChangeId annulledId, ChangeKind annulledKind, LocalDate retroactiveTo, Restored restored)
            implements Content {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ANNULMENT;
        }
    }
}
