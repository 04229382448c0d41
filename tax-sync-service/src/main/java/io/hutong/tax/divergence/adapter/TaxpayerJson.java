package io.hutong.tax.divergence.adapter;

import io.hutong.events.Address;
import io.hutong.events.Industry;
import io.hutong.events.PersonIdentity;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.tax.changesync.TaxChange;
import io.hutong.tax.taxpayer.Divergence;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Tenure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A taxpayer as an officer sees it; {@code divergent} while the register is ahead of tax: changes wait here, an officer refused
 * them, or an operator skipped their events, and nothing of them reached the record.
 */
record TaxpayerJson(
        String bizId,
        String uscc,
        @Nullable String name,
        String entityType,
        LocalDate establishedOn,
        List<Address> premises,
        List<ScopeItem> scope,
        Industry industry,
        boolean onlineOnly,
        Registrar registrar,
        String tenureId,
        String operatorName,
        String registered,
        @Nullable LocalDate suspendedUntil,
        String status,
        LocalDate statusSince,
        boolean divergent,
        List<String> waiting,
        List<String> refused,
        List<SkippedJson> skipped,
        List<TenureJson> tenures,
        long version) {

    /** The record differs from the register since this place of the register's stream. */
    record SkippedJson(int sinceEpoch, long sinceVersion, String changeId, Instant at) {
        static SkippedJson of(Divergence divergence) {
            return new SkippedJson(
                    divergence.since().epoch(),
                    divergence.since().version(),
                    divergence.changeId().value(),
                    divergence.recordedAt());
        }
    }

    /** One operator's time; the identity number shows its last four characters only. */
    record TenureJson(
            String tenureId,
            String operatorName,
            @Nullable String residentId,
            LocalDate from,
            @Nullable LocalDate to,
            boolean annulled) {
        static TenureJson of(Tenure tenure) {
            PersonIdentity identity = tenure.operator().identity();
            return new TenureJson(
                    tenure.id().value(),
                    tenure.operator().name(),
                    identity == null
                            ? null
                            : "*".repeat(14) + identity.residentId().value().substring(14),
                    tenure.from(),
                    tenure.to(),
                    tenure.annulled());
        }
    }

    /** The changes of the register that the record lacks: they wait, were refused by an officer, or skipped. */
    record Lacking(List<TaxChange> waiting, List<TaxChange> refused, List<Divergence> skipped) {
        boolean anything() {
            return !waiting.isEmpty() || !refused.isEmpty() || !skipped.isEmpty();
        }
    }

    static TaxpayerJson of(Taxpayer taxpayer, List<Tenure> tenures, Lacking lacking) {
        return new TaxpayerJson(
                taxpayer.bizId().value(),
                taxpayer.uscc().value(),
                taxpayer.name(),
                taxpayer.entityType().name(),
                taxpayer.establishedOn(),
                taxpayer.premises(),
                taxpayer.scope(),
                taxpayer.industry(),
                taxpayer.onlineOnly(),
                taxpayer.registrar(),
                taxpayer.tenureId().value(),
                taxpayer.operatorName(),
                taxpayer.registered().name(),
                taxpayer.suspendedUntil(),
                taxpayer.standing().status().name(),
                taxpayer.standing().since(),
                lacking.anything(),
                ids(lacking.waiting()),
                ids(lacking.refused()),
                lacking.skipped().stream().map(SkippedJson::of).toList(),
                tenures.stream().map(TenureJson::of).toList(),
                taxpayer.version());
    }

    private static List<String> ids(List<TaxChange> changes) {
        return changes.stream().map(change -> change.id().value()).toList();
    }
}
