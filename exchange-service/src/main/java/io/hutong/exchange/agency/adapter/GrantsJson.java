package io.hutong.exchange.agency.adapter;

import io.hutong.exchange.agency.Grant;
import io.hutong.exchange.agency.Grants;
import io.hutong.identity.DivisionCode;
import io.hutong.time.EffectivePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an agency may state; {@code until} is the last day, absent for no end. */
record GrantsJson(List<GrantJson> grants) {

    static GrantsJson of(Grants grants) {
        return new GrantsJson(grants.all().stream().map(GrantJson::of).toList());
    }

    List<Grant> all() {
        return grants.stream().map(GrantJson::grant).toList();
    }

    /** Types × divisions, for some time. */
    record GrantJson(
            List<String> types,
            List<DivisionCode> divisions,
            LocalDate from,
            @Nullable LocalDate until) {

        static GrantJson of(Grant grant) {
            return new GrantJson(
                    grant.types().stream().sorted().toList(),
                    grant.divisions().stream().sorted().toList(),
                    grant.period().from(),
                    grant.period().through());
        }

        Grant grant() {
            return new Grant(Set.copyOf(types), Set.copyOf(divisions), new EffectivePeriod(from, until));
        }
    }
}
