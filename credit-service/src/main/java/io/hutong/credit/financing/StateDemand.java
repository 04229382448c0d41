package io.hutong.credit.financing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.events.CreditEvent.FinancingDemandRegistered;
import io.hutong.events.FinancingWish;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.DemandId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes the demand of a business for the banks that it names, states it, and takes it back (district notice, measure 6). */
@ApplicationScoped
public class StateDemand {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/._-]{0,99}");

    /** What the business looks for, and who may know. */
    public record Command(BizId bizId, Demand.Wish wish, List<AgencyCode> recipients) {
        public Command {
            recipients = List.copyOf(recipients);
        }
    }

    private final Businesses businesses;
    private final Demands demands;
    private final FinancingRules rules;
    private final SharingRules sharing;
    private final Outbox outbox;
    private final CreditTime time;

    StateDemand(
            Businesses businesses,
            Demands demands,
            FinancingRules rules,
            SharingRules sharing,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.demands = demands;
        this.rules = rules;
        this.sharing = sharing;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Demand handle(Command command) {
        outbox.lock(businesses
                .find(command.bizId())
                .orElseThrow(CreditProblems::notFound)
                .bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow();
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        CreditProblems.refuse(defects(command));
        Demand demand = new Demand(
                time.newId(),
                business.bizId(),
                business.tenureId(),
                command.wish(),
                command.recipients(),
                time.now(),
                null);
        demands.add(demand);
        state(business, demand);
        return demand;
    }

    private void state(KnownBusiness business, Demand demand) {
        LocalDate today = time.today();
        Demand.Wish wish = demand.wish();
        outbox.lock(business.bizId())
                .append(
                        new FinancingDemandRegistered(
                                new DemandId(demand.id()),
                                business.uscc(),
                                demand.tenureId(),
                                Sealed.under(
                                        demand.tenureId(),
                                        Audience.SHARING_DETAIL,
                                        new FinancingWish(
                                                demand.recipients(), wish.band(), wish.use(), wish.months()))),
                        new EventContext(
                                demand.statedAt(),
                                today,
                                business.registrar(),
                                demand.id(),
                                null,
                                rules.version(today)));
    }

    /** From now on no bank sees it; who withdraws twice has withdrawn. */
    @Transactional
    public Demand withdraw(BizId bizId, UUID id) {
        outbox.lock(bizId);
        KnownBusiness business = businesses.find(bizId).orElseThrow(CreditProblems::notFound);
        Demand demand = demands.find(id)
                .filter(found -> found.bizId().equals(bizId) && found.tenureId().equals(business.tenureId()))
                .orElseThrow(CreditProblems::notFound);
        if (demand.open()) {
            demands.withdraw(id, time.now());
        }
        return demands.find(id).orElseThrow();
    }

    private List<Violation> defects(Command command) {
        List<Violation> found = new ArrayList<>();
        LocalDate today = time.today();
        Demand.Wish wish = command.wish();
        if (!rules.hasBand(wish.band(), today)) {
            found.add(new Violation("/band", "demand.band", "没有这个金额档次", "there is no such band"));
        }
        if (!rules.hasUse(wish.use(), today)) {
            found.add(new Violation("/use", "demand.use", "没有这项资金用途", "there is no such use"));
        }
        if (wish.months() < 1 || wish.months() > rules.longestMonths(today)) {
            found.add(new Violation(
                    "/months",
                    "demand.term",
                    "期限为 1 至 " + rules.longestMonths(today) + " 个月",
                    "the term is 1 to " + rules.longestMonths(today) + " months"));
        }
        if (!REFERENCE.matcher(wish.evidence()).matches()) {
            found.add(new Violation(
                    "/evidence",
                    "consent.evidence",
                    "应填写签名存证的编号（1 至 100 个字母、数字和 :/._-）",
                    "the reference of the signature is 1 to 100 letters, digits and :/._-"));
        }
        if (command.recipients().isEmpty()
                || new HashSet<>(command.recipients()).size()
                        != command.recipients().size()
                || !command.recipients().stream().allMatch(bank -> sharing.isConnected(bank, today))) {
            found.add(new Violation(
                    "/recipients",
                    "consent.recipient",
                    "应列明一家以上已接入的金融机构，每家一次",
                    "one or more connected financial institutions are named, each once"));
        }
        return found;
    }
}
