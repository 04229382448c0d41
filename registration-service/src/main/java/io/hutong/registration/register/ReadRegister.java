package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what the register holds now and held on any day. */
@ApplicationScoped
public class ReadRegister {
    private final Businesses businesses;
    private final RegisterLog log;

    public ReadRegister(Businesses businesses, RegisterLog log) {
        this.businesses = businesses;
        this.log = log;
    }

    @Transactional
    public Business business(BizId id) {
        return businesses
                .find(id)
                .orElseThrow(() -> Problem.of(CommonProblems.NOT_FOUND, "没有这个经营主体。", "There is no such business."));
    }

    @Transactional
    public Optional<Business> find(UnifiedSocialCreditCode uscc) {
        return businesses.find(uscc);
    }

    @Transactional
    public List<Business> named(String prefix, Businesses.@Nullable After after, int limit) {
        return businesses.named(prefix, after, limit);
    }

    /** The state on that day, as far as it was recorded at that moment; 404 before the opening. */
    @Transactional
    public RegisterState on(BizId id, LocalDate day, Instant knownAt) {
        return history(id)
                .on(day, knownAt)
                .orElseThrow(() ->
                        Problem.of(CommonProblems.NOT_FOUND, "该日尚无此经营主体的登记。", "Nothing was registered on that day."));
    }

    @Transactional
    public RegisterHistory history(BizId id) {
        business(id);
        return log.of(id);
    }
}
