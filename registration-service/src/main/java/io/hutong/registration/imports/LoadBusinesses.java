package io.hutong.registration.imports;

import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Admission;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Businesses;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.Opening;
import io.hutong.registration.register.Particulars;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.TakeOverBusinesses;
import io.hutong.web.Problem;
import io.hutong.web.imports.ImportKind;
import io.hutong.web.imports.ImportLine;
import io.hutong.web.imports.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes businesses over from the bureau's earlier register, each once by its code: it becomes an opening on the
 * business's own stream, marked as initial load.
 */
@ApplicationScoped
public class LoadBusinesses implements ImportKind<Opening> {
    private final TakeOverBusinesses takeOver;
    private final Businesses businesses;
    private final FactRules rules;
    private final RegisterTime time;

    public LoadBusinesses(TakeOverBusinesses takeOver, Businesses businesses, FactRules rules, RegisterTime time) {
        this.takeOver = takeOver;
        this.businesses = businesses;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public String name() {
        return "businesses";
    }

    @Override
    public List<String> columns() {
        return LoadedBusiness.COLUMNS;
    }

    @Override
    public Opening read(ImportLine line) {
        Opening opening = LoadedBusiness.read(line);
        FactRules.refuse(rules.check(opening, time.today()));
        return opening;
    }

    @Override
    public List<LineOutcome> take(List<Opening> openings) {
        Map<UnifiedSocialCreditCode, Business> standing =
                businesses.find(openings.stream().map(LoadBusinesses::code).toList());
        Map<UnifiedSocialCreditCode, Opening> fresh = new LinkedHashMap<>();
        for (Opening opening : openings) {
            if (!standing.containsKey(code(opening))) {
                fresh.putIfAbsent(code(opening), opening);
            }
        }
        Set<UnifiedSocialCreditCode> nameless = takeOver.handle(fresh);
        return openings.stream()
                .map(opening -> {
                    Business known = standing.get(code(opening));
                    if (known != null) {
                        return known(opening, known.particulars());
                    }
                    Opening first = Objects.requireNonNull(fresh.get(code(opening)));
                    if (nameless.contains(code(opening))) {
                        return LineOutcome.refused(Admission.nameTaken());
                    }
                    return first == opening
                            ? LineOutcome.taken(rules.hints(
                                    code(opening),
                                    opening.establishedOn(),
                                    opening.registrar().division()))
                            : known(opening, first);
                })
                .toList();
    }

    private static UnifiedSocialCreditCode code(Opening opening) {
        return Objects.requireNonNull(opening.uscc(), "every line has a code");
    }

    private static LineOutcome known(Opening opening, Particulars standing) {
        return same(standing.establishedOn().equals(opening.establishedOn())
                && standing.registrar().division().equals(opening.registrar().division()));
    }

    private static LineOutcome known(Opening opening, Opening earlier) {
        return same(earlier.establishedOn().equals(opening.establishedOn())
                && earlier.registrar().division().equals(opening.registrar().division()));
    }

    /** The same business may have changed since; another business under its code is refused. */
    private static LineOutcome same(boolean business) {
        return business
                ? LineOutcome.KNOWN
                : LineOutcome.refused(Problem.of(
                        RegistrationProblems.USCC_TAKEN,
                        "该统一社会信用代码已登记在另一经营主体名下。",
                        "Another business is registered under this code."));
    }
}
