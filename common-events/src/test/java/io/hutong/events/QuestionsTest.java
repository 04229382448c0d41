package io.hutong.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hutong.events.RegistrationEvent.PremisesVerificationRequested;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionsTest {
    private static final DivisionCode STREET = DivisionCode.of("620702001005");

    @Test
    void a_question_names_the_events_that_answer_it() {
        var question = new PremisesVerificationRequested(
                UnifiedSocialCreditCode.synthetic(DivisionCode.of("620702"), 2),
                new Address(STREET, "县府街18号", Address.Kind.PHYSICAL),
                Agency.TOWN,
                LocalDate.of(2026, 12, 1));
        assertThat(Questions.answersTo(question)).containsExactly("io.hutong.exchange.premises-verified.v1");
        assertThat(question.placeAsked()).isEqualTo(STREET);
    }

    @Test
    void answers_are_told_from_statements_that_nobody_asked_for() {
        assertThat(Questions.isAnswer("io.hutong.exchange.premises-verified.v1"))
                .isTrue();
        assertThat(Questions.isAnswer("io.hutong.exchange.permit-granted.v1")).isFalse();
        assertThat(Questions.isAnswer("io.hutong.unheard.of.v1")).isFalse();
    }

    @Test
    void every_question_of_the_contract_says_what_answers_it() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(Question.class.isAssignableFrom(
                                EventTypes.classOf(type).orElseThrow()))
                        .isEqualTo(EventTypes.classOf(type).orElseThrow().isAnnotationPresent(AnsweredBy.class)));
    }

    @Test
    void a_question_without_answers_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Questions.answersTo(new Unanswerable()));
    }

    private record Unanswerable() implements Question {
        @Override
        public Agency askedOf() {
            return Agency.TOWN;
        }

        @Override
        public LocalDate dueOn() {
            return LocalDate.EPOCH;
        }

        @Override
        public DivisionCode placeAsked() {
            return STREET;
        }
    }
}
