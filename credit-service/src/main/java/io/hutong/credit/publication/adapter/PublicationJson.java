package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Publication.Receipt;
import io.hutong.identity.BizId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a platform must do about a fact since when, and whether it acknowledged. {@code millis} from the order to its
 * acknowledgement, or to now while it waits.
 */
@Schema(name = "Publication")
record PublicationJson(
        String platform,
        UUID subjectId,
        FactKind kind,
        BizId bizId,
        boolean shown,
        int version,
        Instant since,
        boolean acknowledged,
        @Nullable Instant acknowledgedAt,
        @Nullable String receipt,
        long millis,
        int refused,
        @Nullable String trouble) {

    static PublicationJson of(Publication publication, Instant now) {
        Receipt receipt = publication.acknowledged() ? publication.receipt() : null;
        return new PublicationJson(
                publication.platform(),
                publication.fact().subjectId(),
                publication.fact().kind(),
                publication.fact().bizId(),
                publication.shown(),
                publication.version(),
                publication.since(),
                receipt != null,
                receipt == null ? null : receipt.at(),
                receipt == null ? null : receipt.number(),
                Duration.between(publication.since(), receipt == null ? now : receipt.at())
                        .toMillis(),
                publication.tries().refused(),
                publication.tries().trouble());
    }
}
