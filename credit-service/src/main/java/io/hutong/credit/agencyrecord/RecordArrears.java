package io.hutong.credit.agencyrecord;

import io.hutong.credit.agencyrecord.Arrears.Announced;
import io.hutong.credit.agencyrecord.Arrears.End;
import io.hutong.credit.business.Businesses;
import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.AwaitingPremise;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps what tax announced to the public about arrears, with the tenure that owes them. Runs in the transaction of the inbox, in
 * which the stream is locked.
 */
@ApplicationScoped
public class RecordArrears {
    private final Businesses businesses;
    private final AnnouncedArrears arrears;
    private final AgencyKnowledge knowledge;
    private final RecordConsequences consequences;

    RecordArrears(
            Businesses businesses,
            AnnouncedArrears arrears,
            AgencyKnowledge knowledge,
            RecordConsequences consequences) {
        this.businesses = businesses;
        this.arrears = arrears;
        this.knowledge = knowledge;
        this.consequences = consequences;
    }

    public void handle(BizId bizId, ArrearsEvent event) {
        if (businesses.find(bizId).isEmpty()) {
            throw new AwaitingPremise("the register has not told of the business yet");
        }
        if (event instanceof ArrearsAnnounced announced) {
            save(announced(bizId, announced));
        } else if (event instanceof ArrearsAnnouncementCleared cleared) {
            clear(bizId, cleared);
        }
    }

    /** What was left out here is cleared all the same. */
    private void clear(BizId bizId, ArrearsAnnouncementCleared cleared) {
        arrears.find(cleared.announcementId())
                .filter(Arrears::stands)
                .ifPresent(known -> save(known.ended(new End(cleared.clearedOn(), cleared.reason()))));
        if (!cleared.stillAnnounced()) {
            arrears.standing(bizId).forEach(other -> save(other.ended(new End(cleared.clearedOn(), null))));
            if (knowledge.settle(bizId, RecordKind.ARREARS)) {
                consequences.knownAgain(bizId, RecordKind.ARREARS);
            }
        }
    }

    private void save(Arrears now) {
        arrears.put(now);
        consequences.arrears(now);
    }

    private static Arrears announced(BizId bizId, ArrearsAnnounced event) {
        return new Arrears(
                event.announcementId(),
                bizId,
                event.tenureId(),
                new Announced(
                        event.taxKind(),
                        new Money(event.amountFen()),
                        event.owedFrom(),
                        event.announcedOn(),
                        event.noticeNo()),
                null);
    }
}
