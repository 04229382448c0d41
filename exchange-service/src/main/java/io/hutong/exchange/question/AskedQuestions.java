package io.hutong.exchange.question;

import io.hutong.events.DomainEvent;
import io.hutong.exchange.question.AskedQuestion.Answer;
import io.hutong.identity.EventId;
import java.util.Optional;

/** The questions that were asked of agencies. */
public interface AskedQuestions {
    /** Keeps a question with the event that asks it; once, however often it is told. */
    void note(AskedQuestion question, DomainEvent content);

    Optional<AskedQuestion> find(EventId id);

    void answered(EventId id, Answer answer);
}
