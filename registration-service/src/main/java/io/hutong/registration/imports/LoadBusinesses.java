package io.hutong.registration.imports;

import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Businesses;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.OpenBusiness;
import io.hutong.registration.register.Opening;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.RegisterTime;
import io.hutong.web.Problem;
import io.hutong.web.imports.ImportKind;
import io.hutong.web.imports.ImportLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes businesses over from the bureau's earlier register, each once by its code: it becomes an opening on the
 * business's own stream, marked as initial load.
 */
@ApplicationScoped
public class LoadBusinesses implements ImportKind {
    private static final Origin INITIAL_LOAD = Origin.of("initial-load");

    private final OpenBusiness openBusiness;
    private final Businesses businesses;
    private final FactRules rules;
    private final RegisterTime time;

    public LoadBusinesses(OpenBusiness openBusiness, Businesses businesses, FactRules rules, RegisterTime time) {
        this.openBusiness = openBusiness;
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
    public Outcome take(ImportLine line) {
        Opening opening = LoadedBusiness.read(line);
        FactRules.refuse(rules.check(opening, time.today()));
        Optional<Business> standing = businesses.find(code(opening));
        if (standing.isPresent()) {
            return known(standing.get(), opening);
        }
        openBusiness.handle(new OpenBusiness.Command(opening, true, INITIAL_LOAD));
        return Outcome.TAKEN;
    }

    private static UnifiedSocialCreditCode code(Opening opening) {
        return Objects.requireNonNull(opening.uscc(), "every line has a code");
    }

    /** The same business may have changed since; another business under its code is refused. */
    private static Outcome known(Business standing, Opening opening) {
        if (!standing.particulars().establishedOn().equals(opening.establishedOn())
                || !standing.particulars()
                        .registrar()
                        .division()
                        .equals(opening.registrar().division())) {
            throw Problem.of(
                    RegistrationProblems.USCC_TAKEN,
                    "该统一社会信用代码已登记在另一经营主体名下。",
                    "Another business is registered under this code.");
        }
        return Outcome.KNOWN;
    }
}
