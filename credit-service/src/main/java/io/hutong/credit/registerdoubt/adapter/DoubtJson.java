package io.hutong.credit.registerdoubt.adapter;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.business.RegisterDoubts.Confirmation;
import io.hutong.credit.registerdoubt.SeenDoubt;
import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A business of which events of the register were left out here: what is known of it may be outdated. {@code events} and
 * {@code since} as far as they were kept.
 */
@Schema(name = "RegisterDoubt")
record DoubtJson(
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        int events,
        @Nullable Instant since,
        String version,
        KnownJson known) {

    /** What credit knows of it. */
    @Schema(name = "KnownOfRegister")
    record KnownJson(
            BusinessStatus status,
            @Nullable String name,
            OperatorTenureId tenureId,
            @Nullable String operatorName,
            List<String> scope,
            List<String> premises) {
        static KnownJson of(KnownBusiness business) {
            return new KnownJson(
                    business.status(),
                    business.name(),
                    business.tenureId(),
                    business.licence().operatorName(),
                    business.licence().scope(),
                    business.licence().premises());
        }
    }

    /** What the register shows of the business, as it is read there, and under which reference that is on record. */
    @Schema(name = "RegisterConfirmation")
    record ConfirmationJson(String version, ShownJson register, String evidence) {}

    /** These members of the register's own answer. */
    @Schema(name = "ShownByRegister")
    record ShownJson(
            BusinessStatus status,
            @Nullable String name,
            List<ScopeItem> scope,
            List<Address> premises,
            OperatorJson operator) {
        Restored restored() {
            return new Restored(status, name, scope, premises, operator.tenureId(), operator.name(), null);
        }
    }

    /** Who runs the business, by the public name. */
    @Schema(name = "OperatorShown")
    record OperatorJson(OperatorTenureId tenureId, String name) {}

    /** How a doubt was ended, and what was corrected by that. */
    @Schema(name = "RegisterConfirmed")
    record ConfirmedJson(BizId bizId, List<String> corrected, String evidence, Instant at, String by) {
        static ConfirmedJson of(Confirmation confirmation) {
            return new ConfirmedJson(
                    confirmation.bizId(),
                    confirmation.corrected(),
                    confirmation.evidence(),
                    confirmation.at(),
                    confirmation.by());
        }
    }

    static DoubtJson of(SeenDoubt seen) {
        KnownBusiness known = seen.doubt().known();
        return new DoubtJson(
                known.bizId(),
                known.uscc(),
                seen.doubt().events(),
                seen.doubt().since(),
                seen.version(),
                KnownJson.of(known));
    }
}
