package io.hutong.exchange.agency.adapter;

import io.hutong.exchange.agency.Grant;
import io.hutong.exchange.agency.Grants;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.identity.DivisionCode;
import io.hutong.time.EffectivePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an agency may state; {@code until} is the last day, absent for no end. */
record GrantsJson(List<GrantJson> grants) {

    static GrantsJson of(Grants grants) {
        return new GrantsJson(grants.all().stream().map(GrantJson::of).toList());
    }

    List<Grant> all() {
        return IntStream.range(0, grants.size())
                .mapToObj(place -> grants.get(place).grant("/grants/" + place))
                .toList();
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

        Grant grant(String pointer) {
            if (until != null && until.isBefore(from)) {
                throw ExchangeProblems.invalid(
                        pointer + "/until", "grant.period", "截止日期不能早于起始日期", "the last day is not before the first");
            }
            return new Grant(Set.copyOf(types), Set.copyOf(divisions), new EffectivePeriod(from, until));
        }
    }
}
