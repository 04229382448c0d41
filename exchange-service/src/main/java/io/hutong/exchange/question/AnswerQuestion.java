package io.hutong.exchange.question;

import io.hutong.events.AgencyCode;
import io.hutong.events.Questions;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.exchange.question.AskedQuestion.Answer;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the question that an event answers, and marks it answered. The stream of the business is locked meanwhile, so
 * that of two answers one is the first.
 */
@ApplicationScoped
public class AnswerQuestion {
    private final AskedQuestions questions;

    AnswerQuestion(AskedQuestions questions) {
        this.questions = questions;
    }

    /** What may be answered: by whom, with which type of event, about which business. */
    public record Command(
            AgencyCode by,
            String answerType,
            BizId about,
            @Nullable EventId question) {}

    /** The question, if events of this type answer one; a refusal if there is none that this agency may answer. */
    public Optional<AskedQuestion> find(Command command) {
        if (!Questions.isAnswer(command.answerType())) {
            return Optional.empty();
        }
        EventId named = command.question();
        if (named == null) {
            throw Problem.of(
                    ExchangeProblems.UNKNOWN_QUESTION,
                    "这类事件是对询问的答复，causationid 须为所答询问的事件编号。",
                    "Events of this type answer a question: causationid names the event that asked it.");
        }
        AskedQuestion question = questions
                .find(named)
                .orElseThrow(() -> Problem.of(
                        ExchangeProblems.UNKNOWN_QUESTION,
                        "没有这个编号的询问，请核对 causationid。",
                        "There is no question of this id; check causationid."));
        question.refuseUnlessAnswerable(command.by(), command.answerType(), command.about());
        return Optional.of(question);
    }

    /** Marks it answered by this event; an answer after the last day is taken and marked late. */
    public Answer answered(AskedQuestion question, EventId by, AgencyCode agency, Instant at, LocalDate day) {
        Answer answer = new Answer(by, agency, at, question.lateOn(day));
        questions.answered(question.id(), answer);
        return answer;
    }
}
