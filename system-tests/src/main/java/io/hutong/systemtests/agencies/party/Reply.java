package io.hutong.systemtests.agencies.party;

/**
 * What the product said to one message.
 *
 * @param id of the message, as the party named it
 * @param name under which the product knows it, if it took it
 * @param status of HTTP; 0 for a line of a result file
 * @param code why not, as a stable name; empty if there is nothing to say
 * @param place to blame: JSON pointers, or a line
 */
public record Reply(String id, Outcome outcome, String name, int status, String code, String place) {
    /** What became of a message. */
    public enum Outcome {
        TAKEN,
        DUPLICATE,
        REFUSED
    }

    public static Reply taken(String id, String name, int status) {
        return new Reply(id, Outcome.TAKEN, name, status, "", "");
    }

    public static Reply duplicate(String id, String name, int status) {
        return new Reply(id, Outcome.DUPLICATE, name, status, "", "");
    }

    public static Reply refused(String id, int status, String code, String place) {
        return new Reply(id, Outcome.REFUSED, "", status, code, place);
    }

    /** {@code TAKEN}, {@code DUPLICATE}, or {@code 409 question-answered} with the place to blame. */
    @Override
    public String toString() {
        return outcome == Outcome.REFUSED
                ? ((status == 0 ? "" : status + " ") + code + " " + place).strip()
                : outcome.name();
    }
}
