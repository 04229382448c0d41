package io.hutong.exchange.question;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that an event of another service asks: of which agency, about which place, until when, and which events
 * answer it.
 */
public record AskedQuestion(
        EventId id,
        String type,
        BizId bizId,
        Asked asked,
        Set<String> answeredBy,
        UUID correlationId,
        Instant askedAt,
        @Nullable Answer answer) {

    public AskedQuestion {
        answeredBy = Set.copyOf(answeredBy);
    }

    /** Of whom, about where, until when. */
    public record Asked(Agency of, DivisionCode place, LocalDate dueOn) {

        /** Whether this agency is meant: of the kind asked, and the place lies in its division. */
        boolean means(AgencyCode agency) {
            return agency.kind() == of && place.within(agency.division());
        }
    }

    /** The event that answered, whose it was, and whether it came after the last day. */
    public record Answer(EventId event, AgencyCode by, Instant at, boolean late) {}

    /** Whether an answer of this type, by this agency, about this business may be taken; the refusal if not. */
    void refuseUnlessAnswerable(AgencyCode by, String answerType, BizId about) {
        if (!asked.means(by)) {
            throw Problem.of(
                    ExchangeProblems.QUESTION_OF_OTHERS, "这一询问不是向贵部门提出的。", "The question was asked of another agency.");
        }
        if (!about.equals(bizId) || !answeredBy.contains(answerType)) {
            throw Problem.of(
                    ExchangeProblems.UNKNOWN_QUESTION,
                    "所指的询问涉及其他经营主体，或不能以此类事件答复。",
                    "The question named is about another business, or events of this type do not answer it.");
        }
        if (answer != null) {
            throw Problem.of(
                            ExchangeProblems.QUESTION_ANSWERED,
                            "这一询问已经答复，如有变化请由原询问部门重新提出。",
                            "The question has been answered; if things changed, who asked must ask again.")
                    .with("answeredBy", answer.event().value());
        }
    }

    boolean lateOn(LocalDate day) {
        return day.isAfter(asked.dueOn());
    }
}
