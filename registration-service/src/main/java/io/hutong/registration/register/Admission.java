package io.hutong.registration.register;

import io.hutong.events.Registrar;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees to what exists only once: codes, and the names with one registrar. */
@ApplicationScoped
public class Admission {
    private final Businesses businesses;
    private final Names names;
    private final CreditCodes codes;

    public Admission(Businesses businesses, Names names, CreditCodes codes) {
        this.businesses = businesses;
        this.names = names;
        this.codes = codes;
    }

    /** The code that was given, if it is free, or the next of the county. */
    public UnifiedSocialCreditCode code(@Nullable UnifiedSocialCreditCode given, Registrar registrar) {
        UnifiedSocialCreditCode code = given == null ? codes.next(registrar.division()) : given;
        if (given != null && businesses.find(given).isPresent()) {
            throw Problem.of(
                    RegistrationProblems.USCC_TAKEN,
                    "该统一社会信用代码已登记在另一经营主体名下。",
                    "Another business is registered under this code.");
        }
        return code;
    }

    /** Claims the name for this business, atomically; 409 if another business has it. */
    public void name(@Nullable String name, Registrar registrar, BizId by) {
        if (name != null && !names.claim(registrar, name, by)) {
            throw nameTaken();
        }
    }

    /** Claims the names of many businesses in one go; returns those whose name another business has. */
    public Set<BizId> nameless(Map<BizId, Opening> openings) {
        List<Names.Claim> claims = new ArrayList<>();
        openings.forEach((id, opening) -> {
            if (opening.name() != null) {
                claims.add(new Names.Claim(opening.registrar(), opening.name(), id));
            }
        });
        Set<BizId> refused = claims.stream().map(Names.Claim::by).collect(Collectors.toSet());
        refused.removeAll(names.claim(claims));
        return refused;
    }

    public static Problem nameTaken() {
        return Problem.of(
                RegistrationProblems.NAME_TAKEN, "同一登记机关已有此名称。", "The registrar already has a business of this name.");
    }

    /** Exchanges one name for another, or for none; the other is free again. */
    public void rename(@Nullable String from, @Nullable String to, Registrar registrar, BizId by) {
        if (from != null && to != null && NameForm.normalised(from).equals(NameForm.normalised(to))) {
            return;
        }
        if (from != null) {
            names.release(registrar, from, by);
        }
        name(to, registrar, by);
    }
}
