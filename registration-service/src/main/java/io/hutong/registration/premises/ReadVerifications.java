package io.hutong.registration.premises;

import io.hutong.identity.BizId;
import io.hutong.registration.register.ReadRegister;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the questions about a business's premises and their answers. */
@ApplicationScoped
public class ReadVerifications {
    private final ReadRegister register;
    private final Verifications verifications;

    public ReadVerifications(ReadRegister register, Verifications verifications) {
        this.register = register;
        this.verifications = verifications;
    }

    /** The latest first; 404 if there is no such business. */
    @Transactional
    public List<Verification> of(BizId bizId) {
        register.business(bizId);
        return verifications.of(bizId);
    }

    /** Those still without an answer, oldest first; only the overdue ones if a day is given before which they were due. */
    @Transactional
    public List<Verification> open(@Nullable LocalDate dueBefore, String after, int limit) {
        return verifications.open(dueBefore, after, limit);
    }

    @Transactional
    public Verification one(BizId bizId, UUID id) {
        return verifications
                .find(id)
                .filter(found -> found.bizId().equals(bizId))
                .orElseThrow(() -> Problem.of(CommonProblems.NOT_FOUND, "没有这一核验请求。", "There is no such request."));
    }
}
