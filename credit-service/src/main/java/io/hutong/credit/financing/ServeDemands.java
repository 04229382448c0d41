package io.hutong.credit.financing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.financing.Demand.Offer;
import io.hutong.credit.financing.Demand.Stage;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.sharing.Look;
import io.hutong.credit.sharing.RecordLook;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows a bank the demands that it may know of, each time recorded and stated as a look, and takes its word how far it is (PIPL
 * art. 45).
 */
@ApplicationScoped
public class ServeDemands {
    /** A demand and whose it is. */
    public record Shown(Offer offer, KnownBusiness business) {}

    /** Some of them, and behind which demand the next ones are; absent where there are no more. */
    public record Slice(List<Shown> shown, @Nullable UUID next) {
        public Slice {
            shown = List.copyOf(shown);
        }
    }

    private final Businesses businesses;
    private final Demands demands;
    private final RecordLook looks;
    private final Outbox outbox;
    private final CreditTime time;

    ServeDemands(Businesses businesses, Demands demands, RecordLook looks, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.demands = demands;
        this.looks = looks;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Slice handle(Look.By by, @Nullable UUID after, int limit) {
        List<Offer> before = demands.offered(by.organisation(), after, limit);
        outbox.lockAll(
                before.stream().map(offer -> offer.demand().bizId()).distinct().toList());
        Set<UUID> locked = before.stream().map(offer -> offer.demand().id()).collect(Collectors.toSet());
        // what was taken back or passed to another operator while this waited is not shown
        List<Offer> offers = demands.offered(by.organisation(), after, limit).stream()
                .filter(offer -> locked.contains(offer.demand().id()))
                .map(this::seen)
                .toList();
        UUID next = before.size() < limit
                ? null
                : before.get(before.size() - 1).demand().id();
        return new Slice(look(by, offers), next);
    }

    private Offer seen(Offer offered) {
        if (offered.stage() != Stage.OFFERED) {
            return offered;
        }
        demands.seen(offered, time.now());
        return new Offer(offered.demand(), offered.organisation(), Stage.SEEN);
    }

    private List<Shown> look(Look.By by, List<Offer> offers) {
        Map<BizId, KnownBusiness> known = businesses.find(
                offers.stream().map(offer -> offer.demand().bizId()).distinct().toList());
        List<Shown> shown = offers.stream()
                .map(offer -> new Shown(
                        offer, Objects.requireNonNull(known.get(offer.demand().bizId()))))
                .toList();
        looks.delivered(shown.stream().map(Shown::business).toList(), by);
        return shown;
    }

    @Transactional
    public Shown advance(Look.By by, UUID id, Stage next) {
        // the stream before the demand, as everybody who follows the register
        outbox.lock(demands.find(id).orElseThrow(CreditProblems::notFound).bizId());
        Offer offer = demands.lock(by.organisation(), id).orElseThrow(CreditProblems::notFound);
        if (!offer.stage().mayBecome(next)) {
            throw Problem.of(
                            CreditProblems.STAGE_NOT_NEXT,
                            "该需求目前不能变为所报的状态。",
                            "The demand cannot become that from where it stands.")
                    .with("stage", offer.stage());
        }
        demands.change(offer, next, time.now());
        return look(by, List.of(new Offer(offer.demand(), offer.organisation(), next)))
                .get(0);
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
