package io.hutong.tax.fact;

import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.taxpayer.Taxpayers.Key;
import io.hutong.tax.taxpayer.Tenures.Term;
import io.hutong.web.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says to whose tenure a fact belongs, so that no operator answers for a former one (Civil Code art. 56): to the tenure
 * that is named, else to the current one, unless it is of a day on which somebody else was the operator.
 */
record KnownTerms(List<Term> terms, LocalDate today) {
    KnownTerms {
        terms = List.copyOf(terms);
    }

    /** Throws a problem, code {@code fact.tenure}, when the fact cannot be given to anybody. */
    OperatorTenureId tenureOf(Key current, @Nullable OperatorTenureId named, LocalDate validFrom) {
        if (named != null) {
            if (known(current, named)) {
                return named;
            }
            throw refused("该经营者任期不属于此经营主体", "the tenure does not belong to this business");
        }
        if (validFrom.isBefore(today) && othersBefore(current, validFrom)) {
            throw refused(
                    "生效日期早于现任经营者任期，请填写 tenureId 指明属于哪一任期",
                    "it is valid from a day before the current tenure began: name the tenure it belongs to");
        }
        return current.tenureId();
    }

    private boolean known(Key current, OperatorTenureId named) {
        return terms.stream()
                .anyMatch(term -> term.id().equals(named) && term.bizId().equals(current.bizId()));
    }

    /** Of the first operator that tax knows every earlier day may be: a business is loaded long after it was opened. */
    private boolean othersBefore(Key current, LocalDate day) {
        boolean early =
                terms.stream().anyMatch(term -> term.id().equals(current.tenureId()) && day.isBefore(term.from()));
        return early
                && terms.stream()
                        .anyMatch(term -> term.bizId().equals(current.bizId())
                                && !term.annulled()
                                && !term.id().equals(current.tenureId()));
    }

    private static Problem refused(String zh, String en) {
        return TaxProblems.invalid("/tenureId", "fact.tenure", zh, en);
    }
}
