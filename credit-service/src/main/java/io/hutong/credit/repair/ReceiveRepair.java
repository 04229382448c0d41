package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairCase.Subject;
import io.hutong.events.FilingChannel;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes an application that Credit China received and pushes here; pushed again under its number it is the same one (NDRC Order
 * 36 art. 13, 16).
 */
@ApplicationScoped
public class ReceiveRepair {
    /** Whose case, about which business, and what the business asks and says. */
    public record Command(PlatformCase pushed, UnifiedSocialCreditCode uscc, Subject subject, Said said, String by) {}

    private final Businesses businesses;
    private final Repairs repairs;
    private final RepairTargets targets;
    private final RequestRepair request;
    private final Outbox outbox;
    private final CreditTime time;

    ReceiveRepair(
            Businesses businesses,
            Repairs repairs,
            RepairTargets targets,
            RequestRepair request,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.repairs = repairs;
        this.targets = targets;
        this.request = request;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public RepairCase handle(Command command) {
        CreditProblems.refuse(command.pushed().defects(time.today()));
        KnownBusiness business = businesses.find(command.uscc()).orElseThrow(() -> CreditProblems.unknown("/uscc"));
        outbox.lock(business.bizId());
        return repairs.pushed(command.pushed().number())
                .map(before -> same(before, business, command))
                .orElseGet(() -> first(business, command));
    }

    private RepairCase first(KnownBusiness business, Command command) {
        targets.find(business.bizId(), command.subject())
                .ifPresent(found -> CreditProblems.refuse(command.pushed().tooEarly(found.shownFrom())));
        return request.handle(new RequestRepair.Command(
                business.bizId(),
                command.subject(),
                FilingChannel.XCN,
                command.said(),
                command.by(),
                command.pushed()));
    }

    /** As it was pushed first, whatever corrections followed. */
    private RepairCase same(RepairCase before, KnownBusiness business, Command command) {
        boolean same = before.bizId().equals(business.bizId())
                && before.subject().equals(command.subject())
                && repairs.pushes(before.id()).get(0).says(command.pushed(), command.said());
        if (!same) {
            throw CreditProblems.caseNumberReused();
        }
        return before;
    }
}
