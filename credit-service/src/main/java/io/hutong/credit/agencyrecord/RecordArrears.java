package io.hutong.credit.agencyrecord;

import io.hutong.credit.agencyrecord.Arrears.Announced;
import io.hutong.credit.agencyrecord.Arrears.End;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.events.TaxEvent.ArrearsRestated;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.messaging.AwaitingPremise;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    private final CreditTime time;

    RecordArrears(
            Businesses businesses,
            AnnouncedArrears arrears,
            AgencyKnowledge knowledge,
            RecordConsequences consequences,
            CreditTime time) {
        this.businesses = businesses;
        this.arrears = arrears;
        this.knowledge = knowledge;
        this.consequences = consequences;
        this.time = time;
    }

    public void handle(BizId bizId, ArrearsEvent event) {
        if (businesses.find(bizId).isEmpty()) {
            throw new AwaitingPremise("the register has not told of the business yet");
        }
        if (event instanceof ArrearsAnnounced announced) {
            Arrears now = announced(bizId, announced);
            if (arrears.find(now.id()).filter(now::equals).isEmpty()) {
                save(now);
            }
            reconcile(bizId, announced.standing(), announced.announcedOn());
        } else if (event instanceof ArrearsAnnouncementCleared cleared) {
            arrears.find(cleared.announcementId())
                    .filter(Arrears::stands)
                    .ifPresent(known -> save(known.ended(new End(cleared.clearedOn(), cleared.reason()))));
            reconcile(bizId, cleared.standing(), cleared.clearedOn());
        } else if (event instanceof ArrearsRestated restated) {
            reconcile(bizId, restated.standing(), time.today());
        }
    }

    /** What stands at tax no longer has ended here, too; where all that stands there is here, nothing is missing any more. */
    private void reconcile(BizId bizId, List<ArrearsAnnouncementId> standing, LocalDate on) {
        Set<ArrearsAnnouncementId> here = new HashSet<>();
        for (Arrears one : arrears.standing(bizId)) {
            if (standing.contains(one.id())) {
                here.add(one.id());
            } else {
                save(one.ended(new End(on, null)));
            }
        }
        if (here.containsAll(standing) && knowledge.settle(bizId, RecordKind.ARREARS)) {
            consequences.knownAgain(bizId, RecordKind.ARREARS);
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
