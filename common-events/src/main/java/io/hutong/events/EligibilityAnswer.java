package io.hutong.events;

/**
 * Yes or no to one criterion about a person, for example whether he or she is a veteran: the holder of the fact answers
 * nothing more. Special status (PIPL art. 28): in an event only inside {@link Sealed}.
 */
public record EligibilityAnswer(String criterion, boolean fulfilled) {
    @Override
    public String toString() {
        return "EligibilityAnswer[masked]";
    }
}
