package io.hutong.credit.agencyrecord;

import io.hutong.credit.agencyrecord.ReadDoubts.Found;
import io.hutong.credit.business.CreditTime;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a doubt about permits: no event of the exchange names all permits of a business, so an officer asks the departments and
 * confirms that credit holds what they have (PIPL art. 8: what is told of a person is right and complete). What differs settles
 * nothing: the department states it first.
 */
@ApplicationScoped
public class ConfirmRecords {
    /**
     * What the officer saw: so many events were missed, the first of them {@code since} (where the officer says so), and these are the
     * permits that have not ended, with their terms.
     */
    public record Command(
            BizId bizId,
            RecordKind kind,
            int missed,
            @Nullable Instant since,
            List<StandingPermit> permits,
            String basis,
            String by) {
        public Command {
            permits = List.copyOf(permits);
        }
    }

    private final ReadDoubts read;
    private final AgencyKnowledge knowledge;
    private final Confirmations confirmations;
    private final RecordConsequences consequences;
    private final Outbox outbox;
    private final CreditTime time;

    ConfirmRecords(
            ReadDoubts read,
            AgencyKnowledge knowledge,
            Confirmations confirmations,
            RecordConsequences consequences,
            Outbox outbox,
            CreditTime time) {
        this.read = read;
        this.knowledge = knowledge;
        this.confirmations = confirmations;
        this.consequences = consequences;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Confirmation handle(Command command) {
        BizId bizId = command.bizId();
        ConfirmationRefusals.refuseBasis(command.basis());
        outbox.lock(bizId);
        Found found = read.of(bizId);
        if (command.kind() == RecordKind.ARREARS) {
            throw ConfirmationRefusals.restatedByTax(bizId);
        }
        Doubt doubt = found.doubts().stream()
                .filter(one -> one.kind() == command.kind())
                .findFirst()
                .orElseThrow(ConfirmationRefusals::notInDoubt);
        boolean another = command.since() != null && !command.since().equals(doubt.since());
        if (another || doubt.missed() != command.missed()) {
            throw ConfirmationRefusals.missedMore(doubt);
        }
        ConfirmationRefusals.refuseDifference(command.permits(), found.permits());
        var ground = new Confirmation.Ground(command.basis(), command.by(), time.now());
        var confirmation = new Confirmation(time.newId(), bizId, doubt, found.permits(), ground);
        confirmations.add(confirmation);
        if (knowledge.settle(bizId, command.kind())) {
            consequences.knownAgain(bizId, command.kind());
        }
        return confirmation;
    }
}
