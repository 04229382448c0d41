package io.hutong.tax.changesync;

import io.hutong.identity.CertificateId;
import io.hutong.tax.clearance.Hold;
import org.jspecify.annotations.Nullable;

/** Whether a change of the line may take effect now. */
sealed interface Verdict {

    /** It may; {@code certificateId} is the certificate it uses up, {@code explanation} the gate's decision. */
    record Go(
            @Nullable CertificateId certificateId,
            @Nullable String ruleSet,
            @Nullable String explanation) implements Verdict {
        static final Go FREELY = new Go(null, null, null);
    }

    record Wait(Hold hold, @Nullable String explanation) implements Verdict {}
}
