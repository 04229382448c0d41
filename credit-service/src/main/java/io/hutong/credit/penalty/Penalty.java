package io.hutong.credit.penalty;

import io.hutong.events.AmountBand;
import io.hutong.events.Money;
import io.hutong.events.PenaltyKind;
import io.hutong.events.Severity;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A penalty decision as credit keeps it: what it says, what it weighs, and whether it is shown. */
public record Penalty(
        PenaltyId id,
        BizId bizId,
        Decision decision,
        Weight weight,
        State state,
        @Nullable Shown shown,
        @Nullable End end) {

    /**
     * What was decided, in which field and for what; {@code repeated} where the offender is one of habit. The {@code violation} is
     * the code of its kind in the authority's catalogue, absent where nobody has stated it.
     */
    public record Decision(
            String number,
            PenaltyKind kind,
            Money amount,
            Procedure procedure,
            boolean repeated,
            Sector sector,
            LocalDate on,
            @Nullable String violation) {
        public Decision {
            number = number.strip();
        }

        Decision forViolation(String code) {
            return new Decision(number, kind, amount, procedure, repeated, sector, on, code);
        }
    }

    /** Fields in which older rules ask for a longer time before repair (SAMR 2021 no. 3 art. 7), and all others. */
    public enum Sector {
        FOOD,
        DRUGS,
        SPECIAL_EQUIPMENT,
        OTHER
    }

    /** How the decision was reached. */
    public enum Procedure {
        SIMPLE,
        ORDINARY
    }

    /** What the rules in force on the day of the decision say of it; periods in months. */
    public record Weight(
            Severity severity,
            AmountBand band,
            Publish publish,
            int shortest,
            int longest,
            boolean repairable,
            String ruleSet) {}

    /** Whether such a penalty is shown. */
    public enum Publish {
        NO,
        MAY,
        MUST
    }

    /** The days on which it is shown, both included, and the last of those on which no repair is open. */
    public record Shown(LocalDate from, LocalDate to, LocalDate shortestEndsOn) {}

    /** How it ended, on which day, and by whom. */
    public record End(LocalDate on, String by) {}

    /** How it stands. */
    public enum State {
        RECORDED,
        PUBLISHED,
        TERM_OVER,
        REPAIRED,
        CHANGED,
        ANNULLED,
        /** An objection showed that what is recorded here of the decision is wrong. */
        PROVED_WRONG;

        /** The decision itself, or what is recorded of it, no longer holds. */
        public boolean withdrawn() {
            return this == CHANGED || this == ANNULLED || this == PROVED_WRONG;
        }
    }

    /** Whether it is another record of the same decision. */
    boolean sameDecision(Decision other) {
        return decision.number().equals(other.number());
    }

    /** The days on which it is shown if the first of them is that one. */
    Shown shownFrom(LocalDate day) {
        // a period of months ends on the day of the same number; without a period nothing has to be waited for
        LocalDate shortest = weight.shortest() == 0 ? day.minusDays(1) : day.plusMonths(weight.shortest());
        return new Shown(day, day.plusMonths(weight.longest()), shortest);
    }

    /** Whether it came later for the same kind of violation; not where that of either is unknown. */
    public boolean sameKindAgain(Penalty earlier) {
        return !state.withdrawn()
                && decision.violation() != null
                && decision.violation().equals(earlier.decision().violation())
                && decision.on().isAfter(earlier.decision().on());
    }

    Penalty forViolation(String code) {
        return new Penalty(id, bizId, decision.forViolation(code), weight, state, shown, end);
    }

    Penalty published(Shown days) {
        return new Penalty(id, bizId, decision, weight, State.PUBLISHED, days, null);
    }

    Penalty ended(State as, End by) {
        return new Penalty(id, bizId, decision, weight, as, shown, by);
    }

    /** An objection showed that it is wrong; of one that was repaired it stays known on which day it was shown last. */
    Penalty provedWrong(End by) {
        Shown days = shown;
        if (state == State.REPAIRED && shown != null && end != null) {
            days = new Shown(shown.from(), end.on().minusDays(1), shown.shortestEndsOn());
        }
        return new Penalty(id, bizId, decision, weight, State.PROVED_WRONG, days, by);
    }

    /** The day on which it was shown last, where that was before its time. */
    Optional<LocalDate> endedEarlyOn() {
        return Optional.ofNullable(shown)
                .filter(days -> days.to().isBefore(shownFrom(days.from()).to()))
                .map(Shown::to);
    }
}
