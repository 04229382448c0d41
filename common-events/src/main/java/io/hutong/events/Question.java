package io.hutong.events;

import io.hutong.identity.DivisionCode;
import java.time.LocalDate;

/** An event that asks an agency for an answer; {@link AnsweredBy} names the events that are one. */
public interface Question {
    /** The kind of agency that is asked. */
    Agency askedOf();

    /** The last day on which the answer is in time. */
    LocalDate dueOn();

    /** The place that the question is about: asked is the agency whose division it lies in. */
    DivisionCode placeAsked();
}
