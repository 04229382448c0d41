package io.hutong.events;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which events answer which questions, read from the events themselves. */
public final class Questions {
    private static final Set<String> ANSWERS = EventTypes.all().stream()
            .flatMap(type -> answers(EventTypes.classOf(type).orElseThrow()))
            .collect(Collectors.toUnmodifiableSet());

    private Questions() {}

    /** The wire types of the events that answer this question. */
    public static Set<String> answersTo(Question question) {
        Set<String> types = answers(question.getClass()).collect(Collectors.toCollection(TreeSet::new));
        if (types.isEmpty()) {
            throw new IllegalArgumentException(question.getClass().getName() + " has no @AnsweredBy");
        }
        return types;
    }

    /** Whether an event of this type is an answer, so that it must name the question as its cause. */
    public static boolean isAnswer(String type) {
        return ANSWERS.contains(type);
    }

    private static Stream<String> answers(Class<?> question) {
        AnsweredBy answers = question.getAnnotation(AnsweredBy.class);
        return answers == null ? Stream.of() : Arrays.stream(answers.value()).map(answer -> EventTypes.typeOf(answer));
    }
}
