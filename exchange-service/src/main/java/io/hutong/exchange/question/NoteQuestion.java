package io.hutong.exchange.question;

import io.hutong.events.DomainEvent;
import io.hutong.events.Question;
import io.hutong.events.Questions;
import io.hutong.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes that an event asks an agency something, so that the agency can see it and its answer be known by it. */
@ApplicationScoped
public class NoteQuestion {
    private final AskedQuestions questions;

    NoteQuestion(AskedQuestions questions) {
        this.questions = questions;
    }

    public <Q extends DomainEvent & Question> void handle(Envelope envelope, Q question) {
        var asked = new AskedQuestion.Asked(question.askedOf(), question.placeAsked(), question.dueOn());
        questions.note(
                new AskedQuestion(
                        envelope.id(),
                        envelope.type(),
                        envelope.subject(),
                        asked,
                        Questions.answersTo(question),
                        envelope.context().correlationId(),
                        envelope.context().occurredAt(),
                        null),
                question);
    }
}
