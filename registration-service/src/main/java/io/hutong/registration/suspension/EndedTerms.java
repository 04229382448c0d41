package io.hutong.registration.suspension;

import io.hutong.identity.BizId;
import io.hutong.registration.register.Businesses;
import io.hutong.registration.register.RegisterTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Finds suspensions whose term is over: trade counts as resumed (Implementing Rules art. 43). */
@ApplicationScoped
public class EndedTerms {
    private final Businesses businesses;
    private final RegisterTime time;

    public EndedTerms(Businesses businesses, RegisterTime time) {
        this.businesses = businesses;
        this.time = time;
    }

    @Transactional
    public List<BizId> next(int limit) {
        return businesses.suspendedUntilBefore(time.today(), limit);
    }
}
