package io.hutong.credit.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders as they wait to be sent to one platform: urgent ones first, each taken by one sender at a time; pauses run on the
 * database's clock.
 */
public interface Notices {
    /** Takes some that may be sent now; they are tried again after {@code lease} if nothing is said of them. */
    List<Publication> take(String platform, int most, Duration lease);

    void acknowledged(List<Publication> sent, String receipt, Instant at);

    /** The platform does not want it as it is: it stays visible with the reason and is tried again after the pause. */
    void refused(Publication sent, String reason, Duration pause);

    /** Gives them back without a word on them, to be taken after the pause. */
    void later(List<Publication> taken, Duration pause);

    /** When the platform last acknowledged, and what was last wrong with it as a whole. */
    void reached(String platform, Instant at);

    void notReached(String platform, String trouble, Instant at);

    State state(String platform);

    /** When a platform last acknowledged anything, and what is wrong with it since when; nothing is while it answers. */
    record State(
            @Nullable Instant acknowledgedAt,
            @Nullable String trouble,
            @Nullable Instant troubleSince) {}
}
