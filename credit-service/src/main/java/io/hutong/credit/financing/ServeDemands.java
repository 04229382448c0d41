package io.hutong.credit.financing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.Outcome;
import io.hutong.credit.financing.Demand.Offer;
import io.hutong.credit.financing.Demand.Stage;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.sharing.Look;
import io.hutong.credit.sharing.Looks;
import io.hutong.identity.BizId;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a bank the demands that it may know of, each time recorded as a look, and takes its word how far it is. */
@ApplicationScoped
public class ServeDemands {
    /** A demand and whose it is. */
    public record Shown(Offer offer, KnownBusiness business) {}

    private final Businesses businesses;
    private final Demands demands;
    private final Looks looks;
    private final CreditTime time;

    ServeDemands(Businesses businesses, Demands demands, Looks looks, CreditTime time) {
        this.businesses = businesses;
        this.demands = demands;
        this.looks = looks;
        this.time = time;
    }

    @Transactional
    public List<Shown> handle(Look.By by, @Nullable UUID after, int limit) {
        List<Shown> shown = new ArrayList<>();
        for (Offer offered : demands.offered(by.organisation(), after, limit)) {
            Offer offer = offered;
            if (offered.stage() == Stage.OFFERED) {
                demands.seen(offered, time.now());
                offer = new Offer(offered.demand(), offered.organisation(), Stage.SEEN);
            }
            shown.add(look(by, offer));
        }
        return shown;
    }

    private Shown look(Look.By by, Offer offer) {
        KnownBusiness business = businesses.find(offer.demand().bizId()).orElseThrow();
        looks.add(
                new Look(time.newId(), business.bizId(), business.tenureId(), by, time.now(), Outcome.DELIVERED, null));
        return new Shown(offer, business);
    }

    @Transactional
    public Shown advance(Look.By by, UUID id, Stage next) {
        Offer offer = demands.lock(by.organisation(), id).orElseThrow(CreditProblems::notFound);
        if (!offer.stage().mayBecome(next)) {
            throw Problem.of(
                            CreditProblems.STAGE_NOT_NEXT,
                            "该需求目前不能变为所报的状态。",
                            "The demand cannot become that from where it stands.")
                    .with("stage", offer.stage());
        }
        demands.change(offer, next, time.now());
        return look(by, new Offer(offer.demand(), offer.organisation(), next));
    }

    /** The demands of a business, the first stated first. */
    @Transactional
    public List<Demand> of(BizId bizId) {
        KnownBusiness business = businesses.find(bizId).orElseThrow(CreditProblems::notFound);
        return demands.of(bizId).stream()
                .filter(demand -> demand.tenureId().equals(business.tenureId()))
                .toList();
    }

    /** How many demands stand where with each bank. */
    @Transactional
    public List<Demand.Count> counts() {
        return demands.counts();
    }
}
