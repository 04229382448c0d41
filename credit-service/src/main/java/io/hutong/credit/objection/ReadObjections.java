package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.Push;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows objections: all to officers, its own to a business. */
@ApplicationScoped
public class ReadObjections {
    private final Businesses businesses;
    private final Objections objections;
    private final ObjectionRules rules;
    private final CreditTime time;

    ReadObjections(Businesses businesses, Objections objections, ObjectionRules rules, CreditTime time) {
        this.businesses = businesses;
        this.objections = objections;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    public List<Objection> of(BizId bizId) {
        return objections.of(known(bizId).bizId());
    }

    /** Those of the present operator: what an earlier one wrote is not for the next. */
    @Transactional
    public List<Objection> own(BizId bizId) {
        KnownBusiness business = known(bizId);
        return objections.of(bizId).stream()
                .filter(objection -> objection.filedByOperatorOf(business))
                .toList();
    }

    @Transactional
    public Objection one(ObjectionId id) {
        return objections.find(id).orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public List<Objection> open(@Nullable ObjectionId after, int limit) {
        return objections.open(null, after, limit);
    }

    /** Those whose next step is late. */
    @Transactional
    public List<Objection> overdue(@Nullable ObjectionId after, int limit) {
        return objections.open(time.today(), after, limit);
    }

    /** The one that a platform pushed under that number of its own. */
    @Transactional
    public Objection pushed(String caseNo) {
        return objections.pushed(caseNo).orElseThrow(CreditProblems::notFound);
    }

    /** Every version of what the platform said, the first first; none where none pushed it. */
    @Transactional
    public List<Push<String>> pushes(ObjectionId id) {
        return objections.pushes(one(id));
    }

    /** Whether the platform that pushed it did so later than it had to. */
    public boolean pushedLate(Objection objection) {
        PlatformCase pushed = objection.filing().pushed();
        return pushed != null && objection.filing().on().isAfter(rules.pushBy(pushed.receivedOn()));
    }

    public LocalDate today() {
        return time.today();
    }

    private KnownBusiness known(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }
}
