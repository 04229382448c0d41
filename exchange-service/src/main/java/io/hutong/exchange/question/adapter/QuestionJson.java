package io.hutong.exchange.question.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.exchange.question.AskedQuestion;
import io.hutong.exchange.question.AskedQuestion.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as the agency reads it: answer it with an event of one of {@code answerTypes}, {@code id} as causationid. */
record QuestionJson(
        String id,
        String type,
        String bizId,
        Instant askedAt,
        LocalDate dueOn,
        List<String> answerTypes,
        JsonNode content,
        @Nullable AnswerJson answer) {

    /** The answer that was taken. */
    record AnswerJson(String eventId, String agency, Instant at, boolean late) {
        static @Nullable AnswerJson of(@Nullable Answer answer) {
            return answer == null
                    ? null
                    : new AnswerJson(answer.event().value(), answer.by().value(), answer.at(), answer.late());
        }
    }

    static QuestionJson of(JdbcAskedQuestions.Noted noted) {
        AskedQuestion question = noted.question();
        return new QuestionJson(
                question.id().value(),
                question.type(),
                question.bizId().value(),
                question.askedAt(),
                question.asked().dueOn(),
                question.answeredBy().stream().sorted().toList(),
                noted.content(),
                AnswerJson.of(question.answer()));
    }
}
