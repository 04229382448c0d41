package io.hutong.registration.duty;

import io.hutong.events.Block;
import io.hutong.identity.CertificateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tax clearance that an application waits for (Order 103 art. 18-19). */
public record Clearance(
        State state,
        Instant since,
        List<Blocking> blocks,
        @Nullable CertificateId certificateId,
        @Nullable LocalDate validUntil) {
    /** What tax has answered last. */
    public enum State {
        REQUESTED,
        HELD,
        ISSUED,
        REFUSED,
        REVOKED
    }

    public Clearance {
        blocks = List.copyOf(blocks);
    }

    /** Tax holds it; {@code before} is what tax had answered last. */
    static Clearance held(@Nullable Clearance before, List<Block> blocks, Instant at) {
        Clearance known = before != null && before.state == State.HELD ? before : in(State.HELD, at);
        return new Clearance(State.HELD, known.since, Blocking.restated(known.blocks, blocks, at), null, null);
    }

    /** Whether tax has not decided yet. */
    boolean open() {
        return state == State.REQUESTED || state == State.HELD;
    }

    static Clearance in(State state, Instant since) {
        return new Clearance(state, since, List.of(), null, null);
    }
}
