package io.hutong.messaging.inbox;

/** What to do with one event. */
enum Step {
    /** The next of its stream: take it. */
    APPLY,
    /** Taken before. */
    DUPLICATE,
    /** Its stream is parked: behind the others. */
    QUEUE,
    /** Its stream stops here. */
    PARK,
    /** Another history than the one taken before. */
    CONFLICT,
    /** Earlier ones are missing. */
    GAP
}
