package io.hutong.credit.sharing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows which institutions are told when a business changes, whenever that began (PIPL art. 45). Since when and what for is the affair
 * of the operator under whom it began: the next one learns who follows, not what the former one had to do with it.
 */
@ApplicationScoped
public class ReadFollowers {
    /** An institution that follows; since when and what for where that may be shown. */
    public record Shown(
            AgencyCode organisation,
            @Nullable String purpose,
            @Nullable Instant since) {}

    private final Businesses businesses;
    private final Followers followers;

    ReadFollowers(Businesses businesses, Followers followers) {
        this.businesses = businesses;
        this.followers = followers;
    }

    @Transactional
    public List<Shown> all(BizId bizId) {
        return followers.of(find(bizId).bizId()).stream()
                .map(ReadFollowers::whole)
                .toList();
    }

    @Transactional
    public List<Shown> toPresentOperator(BizId bizId) {
        KnownBusiness business = find(bizId);
        return followers.of(bizId).stream()
                .map(one -> business.tenureId().equals(one.tenureId())
                        ? whole(one)
                        : new Shown(one.organisation(), null, null))
                .toList();
    }

    private static Shown whole(Followers.Follower follower) {
        return new Shown(follower.organisation(), follower.purpose(), follower.since());
    }

    private KnownBusiness find(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }
}
