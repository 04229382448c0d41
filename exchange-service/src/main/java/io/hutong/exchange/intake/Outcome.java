package io.hutong.exchange.intake;

import io.hutong.web.Problem;

/** What became of one statement. */
public sealed interface Outcome {

    /** Taken and durable once the transaction commits. */
    record Accepted(AcceptedEvent event) implements Outcome {}

    /** The same was taken before; nothing happened now. */
    record Repeated(AcceptedEvent event) implements Outcome {}

    /** Nothing happened, for this reason. */
    record Refused(Problem reason) implements Outcome {}
}
