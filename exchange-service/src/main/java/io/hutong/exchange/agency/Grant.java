package io.hutong.exchange.agency;

import io.hutong.events.EventTypes;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.identity.DivisionCode;
import io.hutong.time.EffectivePeriod;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** Leave to state events of these types about businesses of these divisions, or of those below them, for some time. */
public record Grant(Set<String> types, Set<DivisionCode> divisions, EffectivePeriod period) {
    private static final String PRODUCER = "exchange";

    public Grant {
        types = Set.copyOf(types);
        divisions = Set.copyOf(divisions);
        if (types.isEmpty() || !types.stream().allMatch(Grant::canBeSentIn)) {
            throw ExchangeProblems.invalid(
                    "/grants", "grant.types", "只能授权可由部门送入的事件类型", "a grant names event types that agencies may send in");
        }
        if (divisions.isEmpty()) {
            throw ExchangeProblems.invalid("/grants", "grant.divisions", "授权须指明区划", "a grant names divisions");
        }
    }

    /** Whether an agency can be given leave to state it: those types that the exchange itself publishes. */
    public static boolean canBeSentIn(String type) {
        return EventTypes.classOf(type).isPresent() && EventTypes.producer(type).equals(PRODUCER);
    }

    boolean names(String type) {
        return types.contains(type);
    }

    boolean holdsOn(LocalDate day) {
        return period.contains(day);
    }

    /** One place is enough: a business belongs to its registrar's division and to those of its premises. */
    boolean covers(Collection<DivisionCode> places) {
        return places.stream().anyMatch(place -> divisions.stream().anyMatch(place::within));
    }
}
